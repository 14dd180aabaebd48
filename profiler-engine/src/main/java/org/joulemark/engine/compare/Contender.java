package org.joulemark.engine.compare;

import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionResult;

/**
 * One version as measured in one run.
 *
 * @param run the run
 * @param version one of its versions
 */
public record Contender(Run run, VersionResult version) {
    /** Name for tables: the version, with its configuration where the run has several. */
    public String label() {
        return run.plan().label(version.name(), version.configuration());
    }
}
