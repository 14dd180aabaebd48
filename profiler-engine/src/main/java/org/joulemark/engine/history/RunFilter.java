package org.joulemark.engine.history;

import java.time.Instant;
import org.joulemark.engine.model.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list.
 *
 * @param status only runs that ended so; null for all, also those still running
 * @param model only runs with a version whose name contains this, whatever the case; null for all
 * @param since only runs started at or after; null for all
 * @param until only runs started before; null for all
 * @param limit most rows
 */
public record RunFilter(
        @Nullable RunStatus status,
        @Nullable String model,
        @Nullable Instant since,
        @Nullable Instant until,
        int limit) {
    /** Every run. */
    public static RunFilter all() {
        return new RunFilter(null, null, null, null, Integer.MAX_VALUE);
    }

    /** Only runs that ended so. */
    public RunFilter withStatus(RunStatus wanted) {
        return new RunFilter(wanted, model, since, until, limit);
    }

    /** Only runs with a version whose name contains {@code part}. */
    public RunFilter withModel(String part) {
        return new RunFilter(status, part, since, until, limit);
    }

    /** Only runs started at or after {@code moment}. */
    public RunFilter since(Instant moment) {
        return new RunFilter(status, model, moment, until, limit);
    }

    /** Only runs started before {@code moment}. */
    public RunFilter until(Instant moment) {
        return new RunFilter(status, model, since, moment, limit);
    }

    /** At most {@code rows} runs. */
    public RunFilter limit(int rows) {
        return new RunFilter(status, model, since, until, rows);
    }
}
