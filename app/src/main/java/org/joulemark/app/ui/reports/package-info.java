/** The place Reports of the window. */
@NullMarked
package org.joulemark.app.ui.reports;

import org.jspecify.annotations.NullMarked;
