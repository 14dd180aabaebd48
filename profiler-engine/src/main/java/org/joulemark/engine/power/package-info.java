/** Power sensors, sampling and energy windows; one child package a source. */
@NullMarked
package org.joulemark.engine.power;

import org.jspecify.annotations.NullMarked;
