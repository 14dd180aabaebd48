/** The place History of the window. */
@NullMarked
package org.joulemark.app.ui.history;

import org.jspecify.annotations.NullMarked;
