/** CPU power modelled from TDP and load, for machines without a sensor. */
@NullMarked
package org.joulemark.engine.power.load;

import org.jspecify.annotations.NullMarked;
