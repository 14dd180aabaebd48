package org.joulemark.app.ui.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * @param names what the columns of text say; the same object for rows that say the same
 * @param key its name in lower case, to be searched
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
     * @param key everything of it that can be searched for, in lower case
     */
    record Names(String status, String versions, String devices, String preset, String site, String key) {}

    /** Makes rows; what many runs have in common is made once. */
    static final class Maker {
        private final Words words;
        private final Map<Common, Names> known = new HashMap<>();

        private record Common(
                @Nullable RunStatus status,
                List<String> models,
                List<String> devices,
                String preset,
                @Nullable String site) {}

        Maker(Words words) {
            this.words = words;
        }

        /** The row of a run. */
        RunRow row(RunSummary run) {
            Common common = new Common(run.status(), run.models(), run.devices(), run.preset(), run.site());
            String id = run.id().value();
            return new RunRow(
                    id,
                    run.startedAt(),
                    run.finishedAt(),
                    run.status(),
                    run.grade(),
                    known.computeIfAbsent(common, this::names),
                    id.toLowerCase(Locale.ROOT));
        }

        private Names names(Common run) {
            String status = words.status(run.status);
            String versions = String.join(", ", run.models);
            String devices = String.join(", ", run.devices);
            String site = run.site == null ? "" : run.site;
            String english = run.status == null ? "running" : run.status.name();
            String key = String.join("\n", versions, devices, status, english, run.preset, site)
                    .toLowerCase(Locale.ROOT);
            return new Names(status, versions, devices, run.preset, site, key);
        }
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
}
