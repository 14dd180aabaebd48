/** Looks: light, dark, or as the system has it. */
@NullMarked
package org.joulemark.app.ui.theme;

import org.jspecify.annotations.NullMarked;
