package org.joulemark.reports;

import java.util.List;
import org.joulemark.reports.excel.WorkbookReport;
import org.joulemark.reports.label.PdfLabel;
import org.joulemark.reports.label.PngLabel;
import org.joulemark.reports.label.SvgLabel;

/** The reports on offer. Add yours here. */
public final class Reports {
    /** All reports. */
    public static final List<Report> ALL =
            List.of(new SvgLabel(), new PngLabel(), new PdfLabel(), new WorkbookReport());

    private Reports() {}
}
