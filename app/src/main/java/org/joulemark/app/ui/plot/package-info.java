/** Our own charts: live power timeline, scatter and steps, each also as a table. Pure parts know no toolkit. */
@NullMarked
package org.joulemark.app.ui.plot;

import org.jspecify.annotations.NullMarked;
