package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A comparison as CSV (RFC 4180), one line a figure, with all digits and a point as decimal sign, in the units of the
 * metric (ratios as they are, 0.9917). Text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
final class SheetCsv {
    private static final List<String> HEAD = List.of(
            "metric",
            "unit",
            "run_version",
            "baseline",
            "value",
            "standard_uncertainty",
            "provenance",
            "lower_bound",
            "absent_because",
            "uncertainty_leaves_out",
            "delta",
            "delta_is_relative",
            "delta_low_95",
            "delta_high_95",
            "method",
            "verdict");

    private SheetCsv() {}

    /** The metrics of {@code sheet} that {@code choice} shows. */
    static String of(Sheet sheet, TableChoice choice) {
        StringBuilder text = new StringBuilder(line(HEAD));
        for (Sheet.Row row : sheet.rows()) {
            if (choice.shows(row)) {
                for (int i = 0; i < row.cells().size(); i++) {
                    text.append(line(
                            fields(row, sheet.versions().get(i), row.cells().get(i))));
                }
            }
        }
        return text.toString();
    }

    private static List<String> fields(Sheet.Row row, Sheet.Version version, SheetCell cell) {
        List<String> fields = new ArrayList<>(List.of(
                guarded(row.metric().id()),
                guarded(row.metric().unit().name()),
                guarded(version.key()),
                Boolean.toString(cell.baseline())));
        fields.addAll(figure(cell.figure()));
        fields.addAll(delta(cell.delta()));
        fields.add(guarded(cell.verdict().words()));
        return fields;
    }

    private static List<String> figure(Figure figure) {
        return switch (figure) {
            case Absent absent -> List.of("", "", "", "", guarded(absent.why()), "");
            case Quantity quantity -> {
                String leavesOut = quantity.notCovered();
                boolean unknown = leavesOut != null && quantity.standardUncertainty() == 0;
                yield List.of(
                        Double.toString(quantity.value()),
                        unknown ? "" : Double.toString(quantity.standardUncertainty()),
                        quantity.worst().name(),
                        Boolean.toString(quantity.lowerBound()),
                        "",
                        leavesOut == null ? "" : guarded(leavesOut));
            }
        };
    }

    private static List<String> delta(@Nullable Delta delta) {
        if (delta == null) {
            return List.of("", "", "", "", "");
        }
        Interval interval = delta.interval95();
        return List.of(
                Double.toString(delta.value()),
                Boolean.toString(delta.relative()),
                interval == null ? "" : Double.toString(interval.low()),
                interval == null ? "" : Double.toString(interval.high()),
                guarded(delta.method()));
    }

    /** Numbers are never guarded: a minus sign in front of one starts no formula. */
    private static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String line(List<String> fields) {
        return fields.stream().map(SheetCsv::quoted).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\r' || c == '\n');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
