/** The records of the model as canonical JSON. */
@NullMarked
package org.joulemark.engine.history.json;

import org.jspecify.annotations.NullMarked;
