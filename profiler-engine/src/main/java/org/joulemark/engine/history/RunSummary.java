package org.joulemark.engine.history;

import java.time.Instant;
import java.util.List;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of runs.
 *
 * @param id name
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it runs
 * @param status how it ended; null while it runs
 * @param grade how far to trust it; null while it runs
 * @param preset name of the protocol
 * @param site where the machine stands; null if not told
 * @param models names of the versions asked for, in plan order
 * @param devices devices measured on
 * @param versions rows of the result: models times configurations
 */
public record RunSummary(
        RunId id,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable RunStatus status,
        @Nullable Grade grade,
        String preset,
        @Nullable String site,
        List<String> models,
        List<String> devices,
        int versions) {}
