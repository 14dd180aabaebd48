package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joulemark.engine.history.json.RecordJson;

/**
 * Trial events that were left out when a dead run was closed, because they are not what that run can have written. Only
 * the end of an interrupted run has such; it names each and signs for none.
 *
 * @param whys why not, by number of the event
 */
record NotKept(Map<Long, String> whys) {
    static final String PART = "notKept";

    /** What is written into the end's body. */
    record Entry(long event, String why) {}

    static NotKept of(EventRow event) throws IOException {
        Map<Long, String> whys = new LinkedHashMap<>();
        if (event.kindText().equals(EventKind.RUN_INTERRUPTED)) {
            for (JsonNode entry : RecordJson.tree(event.body()).path(PART)) {
                Entry read = RecordJson.read(entry, Entry.class);
                whys.put(read.event(), read.why());
            }
        }
        return new NotKept(whys);
    }

    /** Numbers of the events. */
    Set<Long> events() {
        return whys.keySet();
    }

    /** The other trials; those left out are told. */
    List<ToldTrial> without(List<ToldTrial> trials, Findings findings) {
        List<ToldTrial> kept = new ArrayList<>();
        for (ToldTrial trial : trials) {
            String why = whys.get(trial.seq());
            if (why == null) {
                kept.add(trial);
            } else {
                findings.note(trial.name() + " was not kept when its interrupted run was closed: " + why);
            }
        }
        return kept;
    }
}
