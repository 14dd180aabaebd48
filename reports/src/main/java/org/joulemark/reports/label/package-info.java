/** The measurement statement as SVG, PNG and PDF. */
@NullMarked
package org.joulemark.reports.label;

import org.jspecify.annotations.NullMarked;
