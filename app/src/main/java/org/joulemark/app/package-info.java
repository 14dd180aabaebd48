/** The program: one composition root behind every door. */
@NullMarked
package org.joulemark.app;

import org.jspecify.annotations.NullMarked;
