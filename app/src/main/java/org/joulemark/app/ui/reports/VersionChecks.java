package org.joulemark.app.ui.reports;

import java.util.List;
import org.joulemark.app.ui.reports.Checklist.Check;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;
import org.jspecify.annotations.Nullable;

/** What is asked of each version. Add yours here, with its words in the texts. */
final class VersionChecks {
    private static final String ENERGY = "energy.gross.wh1000";

    static final List<Check<Contender>> ALL = List.of(
            new Check<>("failed", Severity.WARNING, VersionChecks::failure),
            new Check<>("no-energy", Severity.WARNING, VersionChecks::noEnergy),
            new Check<>("partly-missing", Severity.WARNING, VersionChecks::lowerBound),
            new Check<>("estimated", Severity.WARNING, VersionChecks::estimated),
            new Check<>("no-accuracy", Severity.WARNING, VersionChecks::noAccuracy));

    private VersionChecks() {}

    /** The energy that label and workbook lead with. */
    static Figure energy(Contender contender) {
        return Metrics.byId(ENERGY)
                .map(metric -> metric.of(contender))
                .orElseGet(() -> new Absent(Unit.WATT_HOURS_PER_1000, "not measured"));
    }

    private static @Nullable String failure(Contender contender) {
        Failure failure = contender.version().failure();
        return failure == null ? null : failure.message();
    }

    private static @Nullable String noEnergy(Contender contender) {
        return energy(contender) instanceof Absent absent ? absent.why() : null;
    }

    private static @Nullable String lowerBound(Contender contender) {
        return energy(contender) instanceof Quantity quantity && quantity.lowerBound() ? "" : null;
    }

    private static @Nullable String estimated(Contender contender) {
        boolean guessed = energy(contender) instanceof Quantity quantity
                && quantity.worst().compareTo(Provenance.ESTIMATED) >= 0;
        return guessed ? "" : null;
    }

    /** With right answers, yet without a result; without a set or its labels the run says so. */
    private static @Nullable String noAccuracy(Contender contender) {
        DatasetFacts data = contender.run().setting().dataset();
        boolean asked = data != null && data.task() != Task.UNLABELLED;
        return asked && contender.version().accuracy() == null ? "" : null;
    }
}
