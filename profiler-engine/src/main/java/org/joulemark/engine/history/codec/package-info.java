/** The stored form of raw material: traces, latencies and answers as compact columns. */
@NullMarked
package org.joulemark.engine.history.codec;

import org.jspecify.annotations.NullMarked;
