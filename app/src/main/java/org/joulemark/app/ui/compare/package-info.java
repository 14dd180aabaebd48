/** The place Compare of the window. */
@NullMarked
package org.joulemark.app.ui.compare;

import org.jspecify.annotations.NullMarked;
