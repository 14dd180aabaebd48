/** The metrics, one class each, and what the energy metrics share. */
@NullMarked
package org.joulemark.engine.compare.metric;

import org.jspecify.annotations.NullMarked;
