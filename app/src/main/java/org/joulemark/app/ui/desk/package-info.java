/** What the places of the window share: history, settings, words, what runs, where to go. Knows no scene graph. */
@NullMarked
package org.joulemark.app.ui.desk;

import org.jspecify.annotations.NullMarked;
