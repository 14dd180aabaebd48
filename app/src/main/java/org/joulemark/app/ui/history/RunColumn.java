package org.joulemark.app.ui.history;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Columns of the list of runs, in their first order. */
enum RunColumn {
    /** When it began. */
    STARTED(158),
    /** How it ended. */
    STATUS(136),
    /** What verification says of it; not sorted by, for it is no part of the record. */
    PROOF(112),
    /** How far to trust it; runs without a grade stand last. */
    GRADE(66),
    /** What was measured. */
    VERSIONS(132),
    /** On what. */
    DEVICE(70),
    /** By which protocol. */
    PRESET(78),
    /** Where. */
    SITE(80),
    /** How long it took. */
    DURATION(86),
    /** Its name. */
    RUN(200);

    private final double width;

    RunColumn(double width) {
        this.width = width;
    }

    /** Width to begin with, in pixels. */
    double width() {
        return width;
    }

    /** Ascending order. */
    Comparator<RunRow> order() {
        return switch (this) {
            case STARTED, PROOF -> Comparator.comparing(RunRow::startedAt);
            case STATUS -> text(RunRow.Names::status);
            case GRADE ->
                Comparator.comparing(
                        row -> row.grade() == null ? "~" : row.grade().name());
            case VERSIONS -> text(RunRow.Names::versions);
            case DEVICE -> text(RunRow.Names::devices);
            case PRESET -> text(RunRow.Names::preset);
            case SITE -> text(RunRow.Names::site);
            case DURATION -> Comparator.comparingLong(RunRow::durationNanos);
            case RUN -> Comparator.comparing(RunRow::id);
        };
    }

    private static Comparator<RunRow> text(Function<RunRow.Names, String> column) {
        return Comparator.comparing(row -> column.apply(row.names()));
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
