/** The measurement statement as SVG and PNG. */
@NullMarked
package org.joulemark.reports.label;

import org.jspecify.annotations.NullMarked;
