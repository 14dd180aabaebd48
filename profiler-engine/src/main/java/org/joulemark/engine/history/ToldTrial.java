package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionKey;

/**
 * A finished trial as its event tells it.
 *
 * @param seq number of the event
 * @param name name of the event
 * @param version its version
 * @param trial the trial's document
 */
record ToldTrial(long seq, String name, VersionKey version, JsonNode trial) {
    static ToldTrial of(EventRow event) throws IOException {
        return new ToldTrial(
                event.seq(), event.name(), versionOf(event), asThisProgramWrites(Ledger.part(event, "trial")));
    }

    /** The version an event of a trial speaks of. */
    static VersionKey versionOf(EventRow event) throws IOException {
        return RecordJson.read(Ledger.part(event, "version"), VersionKey.class);
    }

    /** What another version of the program left out or wrote besides is no difference. */
    static JsonNode asThisProgramWrites(JsonNode trial) throws IOException {
        return RecordJson.tree(RecordJson.canonicalBytes(RecordJson.read(trial, Trial.class)));
    }

    /** Which window of which version it is. */
    Place place() {
        return new Place(version, trial.path("block").asText());
    }

    /**
     * A window of a version.
     *
     * @param version the version
     * @param block block of the order, as text
     */
    record Place(VersionKey version, String block) {}
}
