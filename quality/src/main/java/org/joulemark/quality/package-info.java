/** The quality gate of the build: formatting and size budgets. */
@NullMarked
package org.joulemark.quality;

import org.jspecify.annotations.NullMarked;
