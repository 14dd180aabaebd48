/** Intel and AMD RAPL through the Linux powercap files. */
@NullMarked
package org.joulemark.engine.power.rapl;

import org.jspecify.annotations.NullMarked;
