/** Metrics of a version and the comparison of versions. */
@NullMarked
package org.joulemark.engine.compare;

import org.jspecify.annotations.NullMarked;
