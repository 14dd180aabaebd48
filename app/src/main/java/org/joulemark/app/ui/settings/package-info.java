/** The place Settings of the window. */
@NullMarked
package org.joulemark.app.ui.settings;

import org.jspecify.annotations.NullMarked;
