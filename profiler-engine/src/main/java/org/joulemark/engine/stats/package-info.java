/** Pure statistics: arrays in, records out. */
@NullMarked
package org.joulemark.engine.stats;

import org.jspecify.annotations.NullMarked;
