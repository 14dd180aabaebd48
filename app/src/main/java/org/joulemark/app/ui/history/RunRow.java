package org.joulemark.app.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.RunStatus;
import org.jspecify.annotations.Nullable;

/**
 * One start in the list.
 *
 * @param id name of the run
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it runs
 * @param status how it ended; null while it runs
 * @param grade how far to trust it; null while it runs
 * @param names what the columns of text say
 * @param key everything that can be searched for, in lower case
 */
record RunRow(
        String id,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable RunStatus status,
        @Nullable Grade grade,
        Names names,
        String key) {
    /**
     * Columns of text.
     *
     * @param status how it ended, in the user's language
     * @param versions versions asked for
     * @param devices devices measured on
     * @param preset protocol
     * @param site where the machine stands; empty if not told
     */
    record Names(String status, String versions, String devices, String preset, String site) {}

    /** The row of a run. */
    static RunRow of(RunSummary run, Words words) {
        RunStatus status = run.status();
        String site = run.site();
        Names names = new Names(
                words.status(status),
                String.join(", ", run.models()),
                String.join(", ", run.devices()),
                run.preset(),
                site == null ? "" : site);
        return new RunRow(
                run.id().value(), run.startedAt(), run.finishedAt(), status, run.grade(), names, key(run, names));
    }

    /** Nanoseconds from start to end; negative while it runs. */
    long durationNanos() {
        Instant end = finishedAt;
        return end == null ? -1 : Duration.between(startedAt, end).toNanos();
    }

    /** Whether it goes on. */
    boolean running() {
        return status == null;
    }

    private static String key(RunSummary run, Names names) {
        RunStatus status = run.status();
        return String.join(
                        "\n",
                        run.id().value(),
                        names.versions,
                        names.devices,
                        names.status,
                        status == null ? "running" : status.name(),
                        names.preset,
                        names.site)
                .toLowerCase(Locale.ROOT);
    }
}
