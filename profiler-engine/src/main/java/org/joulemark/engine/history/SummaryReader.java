package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunStatus;

/** Makes summaries of index rows; lists of names that many runs share are read once. */
final class SummaryReader {
    private final Map<String, List<String>> known = new HashMap<>();

    /** @throws SQLException if the row says what no run can be */
    RunSummary summary(IndexRow row) throws SQLException {
        try {
            return new RunSummary(
                    new RunId(row.run()),
                    IndexRow.moment(row.started()),
                    row.finished() == null ? null : IndexRow.moment(row.finished()),
                    row.status() == null ? null : RunStatus.valueOf(row.status()),
                    row.grade() == null ? null : Grade.valueOf(row.grade()),
                    row.preset(),
                    row.site(),
                    texts(row.models()),
                    texts(row.devices()),
                    row.versions());
        } catch (IOException | RuntimeException e) {
            throw new SQLException("the list of runs is damaged; 'joulemark history verify' makes it anew", e);
        }
    }

    private List<String> texts(String json) throws IOException {
        List<String> texts = known.get(json);
        if (texts == null) {
            texts = List.copyOf(Arrays.asList(RecordJson.read(EventRow.utf8(json), String[].class)));
            known.put(json, texts);
        }
        return texts;
    }
}
