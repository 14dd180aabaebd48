/** The command line; the only place that writes to standard streams. */
@NullMarked
package org.joulemark.app.cli;

import org.jspecify.annotations.NullMarked;
