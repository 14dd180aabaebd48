package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Trial;

/**
 * A finished trial as its event tells it.
 *
 * @param seq number of the event
 * @param name name of the event
 * @param version name of the version
 * @param configuration configuration as text
 * @param trial the trial's document
 */
record ToldTrial(long seq, String name, String version, String configuration, JsonNode trial) {
    static ToldTrial of(EventRow event) throws IOException {
        JsonNode body = RecordJson.tree(event.body());
        return new ToldTrial(
                event.seq(),
                event.name(),
                body.path("version").asText(),
                body.path("configuration").asText(),
                asThisProgramWrites(Ledger.part(event, "trial")));
    }

    /** What another version of the program left out or wrote besides is no difference. */
    static JsonNode asThisProgramWrites(JsonNode trial) throws IOException {
        return RecordJson.tree(RecordJson.canonicalBytes(RecordJson.read(trial, Trial.class)));
    }

    /** Which window of which version it is. */
    Place place() {
        return new Place(version, configuration, trial.path("block").asText());
    }

    /**
     * A window of a version.
     *
     * @param version name of the version
     * @param configuration configuration as text
     * @param block block of the order, as text
     */
    record Place(String version, String configuration, String block) {
        String text() {
            return "block " + Foreign.word(block) + " of " + Foreign.word(version) + " (" + Foreign.word(configuration)
                    + ")";
        }
    }
}
