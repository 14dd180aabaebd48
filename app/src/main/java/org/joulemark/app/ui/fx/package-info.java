/** The thin layer between JavaFX and everything above it: loading views, background work, texts, icons. */
@NullMarked
package org.joulemark.app.ui.fx;

import org.jspecify.annotations.NullMarked;
