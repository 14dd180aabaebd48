/** The workbook; the only place that imports POI. */
@NullMarked
package org.joulemark.reports.excel;

import org.jspecify.annotations.NullMarked;
