package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;

/** Which blobs an event speaks of. */
final class BlobReferences {
    private BlobReferences() {}

    static List<BlobId> of(EventRow event) throws IOException {
        String kind = event.kindText();
        if (kind.equals(EventKind.TRIAL_DONE)) {
            return List.of(
                    RecordJson.read(Ledger.part(event, "trial"), Trial.class).latencies());
        }
        if (EventKind.endsRun(kind)) {
            JsonNode run = Ledger.part(event, "run");
            return of(RecordJson.read(run, Run.class));
        }
        return List.of();
    }

    private static List<BlobId> of(Run run) {
        List<BlobId> blobs = new ArrayList<>(run.evidence().traces().values());
        for (VersionResult version : run.versions()) {
            version.trials().forEach(trial -> blobs.add(trial.latencies()));
            if (version.accuracy() != null) {
                blobs.add(version.accuracy().predictions());
            }
        }
        return blobs;
    }
}
