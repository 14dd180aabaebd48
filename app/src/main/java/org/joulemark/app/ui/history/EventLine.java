package org.joulemark.app.ui.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.joulemark.engine.history.Event;
import org.joulemark.engine.history.json.RecordJson;

/**
 * One entry of the ledger about a run.
 *
 * @param seq place in the ledger
 * @param time when it was written, on the user's clock
 * @param utc when it was written, in UTC
 * @param actor who wrote it
 * @param kind what it records
 * @param hash hash of the entry
 * @param bodyHash hash of its body
 * @param body canonical JSON
 */
record EventLine(
        long seq, String time, String utc, String actor, String kind, String hash, String bodyHash, String body) {
    /** The line of an event. */
    static EventLine of(Event event) {
        return new EventLine(
                event.seq(),
                Moments.local(event.at()),
                Moments.utc(event.at()),
                event.actor(),
                event.kind(),
                event.hash(),
                event.bodySha256(),
                event.body());
    }

    /** The body, indented; as it is if it is no JSON, which verification then says. */
    List<String> pretty() {
        try {
            JsonNode tree = RecordJson.tree(body.getBytes(StandardCharsets.UTF_8));
            return tree.toPrettyString().lines().toList();
        } catch (IOException e) {
            return body.lines().toList();
        }
    }
}
