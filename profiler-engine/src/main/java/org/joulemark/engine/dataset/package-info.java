/** Evaluation sets, tasks, scoring and agreement. */
@NullMarked
package org.joulemark.engine.dataset;

import org.jspecify.annotations.NullMarked;
