package org.joulemark.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.json.RecordJson;

/** A comparison as JSON: runs by id, metrics by id. */
final class ComparisonJson {
    private ComparisonJson() {}

    static String of(Comparison comparison) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Comparison.Row row : comparison.rows()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("metric", row.metric().id());
            one.put("unit", row.metric().unit().symbol());
            one.put("baseline", FigureJson.of(row.baseline()));
            List<Map<String, Object>> cells = new ArrayList<>();
            for (int i = 0; i < row.cells().size(); i++) {
                cells.add(cell(comparison.others().get(i), row.cells().get(i)));
            }
            one.put("versions", cells);
            rows.add(one);
        }
        return RecordJson.canonical(
                Map.of("baseline", name(comparison.baseline()), "metrics", rows, "notes", comparison.notes()));
    }

    private static Map<String, Object> cell(Contender contender, Comparison.Cell cell) {
        Map<String, Object> one = new LinkedHashMap<>(name(contender));
        one.put("figure", FigureJson.of(cell.figure()));
        if (cell.delta() != null) {
            one.put("delta", cell.delta());
        }
        one.put("verdict", cell.verdict().words());
        if (!cell.note().isEmpty()) {
            one.put("note", cell.note());
        }
        return one;
    }

    private static Map<String, Object> name(Contender contender) {
        return Map.of(
                "run",
                contender.run().id(),
                "version",
                contender.label(),
                "key",
                contender.version().key());
    }
}
