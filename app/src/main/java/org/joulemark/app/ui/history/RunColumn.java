package org.joulemark.app.ui.history;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Columns of the list of runs, in their first order. */
enum RunColumn {
    /** When it began. */
    STARTED(162, Comparator.comparing(RunRow::startedAt)),
    /** How it ended. */
    STATUS(112, Comparator.comparing((RunRow row) -> row.names().status())),
    /** How far to trust it; runs without a grade stand last. */
    GRADE(70, Comparator.comparing((RunRow row) -> row.grade() == null ? "~" : row.grade().name())),
    /** What was measured. */
    VERSIONS(230, Comparator.comparing((RunRow row) -> row.names().versions())),
    /** On what. */
    DEVICE(72, Comparator.comparing((RunRow row) -> row.names().devices())),
    /** By which protocol. */
    PRESET(80, Comparator.comparing((RunRow row) -> row.names().preset())),
    /** Where. */
    SITE(80, Comparator.comparing((RunRow row) -> row.names().site())),
    /** How long it took. */
    DURATION(86, Comparator.comparingLong(RunRow::durationNanos)),
    /** Its name. */
    RUN(214, Comparator.comparing(RunRow::id));

    private final double width;
    private final Comparator<RunRow> order;

    RunColumn(double width, Comparator<RunRow> order) {
        this.width = width;
        this.order = order;
    }

    /** Width to begin with, in pixels. */
    double width() {
        return width;
    }

    /** Ascending order. */
    Comparator<RunRow> order() {
        return order;
    }

    /** Key of its title and of what is remembered of it. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The column with that key; empty if there is none (any more). */
    static Optional<RunColumn> of(String key) {
        return Stream.of(values()).filter(column -> column.key().equals(key)).findFirst();
    }
}
