/** What the engine remembers, as files for people. */
@NullMarked
package org.joulemark.reports;

import org.jspecify.annotations.NullMarked;
