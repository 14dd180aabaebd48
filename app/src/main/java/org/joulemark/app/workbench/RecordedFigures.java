package org.joulemark.app.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionKey;

/** The figures a run is recorded with, so that a later recomputation has something to agree with. */
public final class RecordedFigures {
    private RecordedFigures() {}

    /** All metrics of all versions: key, metric id, figure. */
    public static Map<VersionKey, Map<String, Figure>> of(Run run) {
        Map<VersionKey, Map<String, Figure>> figures = new LinkedHashMap<>();
        run.versions().forEach(version -> figures.put(version.key(), Metrics.figures(new Contender(run, version))));
        return figures;
    }
}
