package org.joulemark.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;

/** What forbids or limits the use of a statement, to be read before its figures. */
public final class Cautions {
    /** Code of the finding of a trial in which other programs were busy. */
    private static final String FOREIGN_LOAD = "foreign-load";

    private Cautions() {}

    /** Of a whole run; empty if there is nothing against it. */
    public static List<String> of(Run run) {
        List<String> cautions = new ArrayList<>();
        if (!run.plan().settings().reportable()) {
            cautions.add("NOT FOR REPORTING: " + run.plan().settings().name().toUpperCase(Locale.ROOT) + " preset");
        }
        if (run.judgement().grade() == Grade.X) {
            cautions.add("NOT VALID: grade X");
        }
        if (run.ending().status() != RunStatus.COMPLETED) {
            cautions.add("RUN ENDED EARLY: " + run.ending().status().name().toLowerCase(Locale.ROOT));
        }
        return List.copyOf(cautions);
    }

    /** In how many trials of a version other programs were busy, whose energy is in its figures but in no ±. */
    public static Optional<String> foreignLoad(Contender contender) {
        long trials = contender.version().trials().stream()
                .filter(trial -> trial.findings().stream()
                        .anyMatch(finding -> finding.code().equals(FOREIGN_LOAD)))
                .count();
        return trials == 0
                ? Optional.empty()
                : Optional.of("load of other programs in " + trials + " of "
                        + contender.version().trials().size() + " trials is inside the energy and not in its ±");
    }
}
