/** Does a model load, run and answer right: one line a model, whatever it does. */
@NullMarked
package org.joulemark.engine.bench.check;

import org.jspecify.annotations.NullMarked;
