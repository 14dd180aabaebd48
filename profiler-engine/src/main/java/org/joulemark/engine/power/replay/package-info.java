/** Recorded traces played back as sensors. */
@NullMarked
package org.joulemark.engine.power.replay;

import org.jspecify.annotations.NullMarked;
