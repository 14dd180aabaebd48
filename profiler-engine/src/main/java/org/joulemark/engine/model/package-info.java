/** Plain, immutable records every other package speaks in; imports nothing of ours. */
@NullMarked
package org.joulemark.engine.model;

import org.jspecify.annotations.NullMarked;
