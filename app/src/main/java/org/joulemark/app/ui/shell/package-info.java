/** The window: side bar, menus, command palette, status bar, looks. The only package that knows all places. */
@NullMarked
package org.joulemark.app.ui.shell;

import org.jspecify.annotations.NullMarked;
