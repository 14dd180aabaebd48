/** The place Bench of the window. */
@NullMarked
package org.joulemark.app.ui.bench;

import org.jspecify.annotations.NullMarked;
