package org.joulemark.engine.history;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionKey;

/** Computes a run's figures again from its raw material. */
@FunctionalInterface
public interface Recompute {
    /**
     * What differs, one sentence each.
     *
     * @param run the record
     * @param recorded the figures written beside it, by version and metric id, possibly empty
     * @param evidence the raw material
     * @throws IOException if raw material cannot be read
     */
    List<String> differences(Run run, Map<VersionKey, Map<String, Figure>> recorded, Evidence evidence)
            throws IOException;
}
