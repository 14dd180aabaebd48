/** Messages between host and worker. */
@NullMarked
package org.joulemark.engine.protocol;

import org.jspecify.annotations.NullMarked;
