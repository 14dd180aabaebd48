package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.VersionKey;

/** Reads back the figures that were written beside a run. */
final class RecordedFigures {
    /** Part of an end's body that says why no figures could be made. */
    static final String MISSING = "figuresMissing";

    private RecordedFigures() {}

    /** Figures by version and metric id; empty if none were written. */
    static Map<VersionKey, Map<String, Figure>> of(EventRow event) throws IOException {
        Map<VersionKey, Map<String, Figure>> byVersion = new LinkedHashMap<>();
        JsonNode figures = RecordJson.tree(event.body()).path("figures");
        for (Map.Entry<String, JsonNode> version : figures.properties()) {
            Map<String, Figure> byMetric = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> metric : version.getValue().properties()) {
                byMetric.put(metric.getKey(), RecordJson.read(metric.getValue(), Figure.class));
            }
            byVersion.put(key(version.getKey()), byMetric);
        }
        return byVersion;
    }

    private static VersionKey key(String text) throws IOException {
        try {
            return VersionKey.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IOException("the figures are stated for " + e.getMessage(), e);
        }
    }
}
