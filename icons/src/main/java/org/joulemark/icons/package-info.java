/** Renders the app's icon to the sizes and containers that the platforms want. */
@NullMarked
package org.joulemark.icons;

import org.jspecify.annotations.NullMarked;
