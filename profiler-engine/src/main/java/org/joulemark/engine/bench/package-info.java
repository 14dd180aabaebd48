/** Plan, schedule, trials, run; worker processes; presets. */
@NullMarked
package org.joulemark.engine.bench;

import org.jspecify.annotations.NullMarked;
