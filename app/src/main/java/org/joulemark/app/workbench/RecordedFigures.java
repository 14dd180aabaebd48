package org.joulemark.app.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;

/** The figures a run is recorded with, so that a later recomputation has something to agree with. */
public final class RecordedFigures {
    private RecordedFigures() {}

    /** All metrics of all versions: label, metric id, figure. */
    public static Map<String, Map<String, Figure>> of(Run run) {
        Map<String, Map<String, Figure>> figures = new LinkedHashMap<>();
        run.versions().forEach(version -> {
            Contender contender = new Contender(run, version);
            figures.put(contender.label(), Metrics.figures(contender));
        });
        return figures;
    }
}
