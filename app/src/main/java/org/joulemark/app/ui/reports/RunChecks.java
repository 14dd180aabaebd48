package org.joulemark.app.ui.reports;

import java.time.ZoneOffset;
import java.util.List;
import org.joulemark.app.ui.reports.Checklist.Check;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Task;
import org.jspecify.annotations.Nullable;

/** What is asked of each run. Add yours here, with its words in the texts. */
final class RunChecks {
    /** A factor older than this many years is worth a look. */
    private static final int OLD_YEARS = 3;

    static final List<Check<Run>> ALL = List.of(
            new Check<>("invalid", Severity.INVALID, run -> graded(run, Grade.X)),
            new Check<>("grade-c", Severity.WARNING, run -> graded(run, Grade.C)),
            new Check<>("preset", Severity.WARNING, RunChecks::preset),
            new Check<>("ended-early", Severity.WARNING, RunChecks::ending),
            new Check<>("no-site", Severity.WARNING, run -> run.setting().site() == null ? "" : null),
            new Check<>("no-factor", Severity.WARNING, RunChecks::factor),
            new Check<>("no-data", Severity.WARNING, run -> run.setting().dataset() == null ? "" : null),
            new Check<>("no-labels", Severity.WARNING, RunChecks::unlabelled),
            new Check<>("grade-b", Severity.NOTE, run -> graded(run, Grade.B)),
            new Check<>("no-idle", Severity.NOTE, RunChecks::idle),
            new Check<>("lifecycle", Severity.NOTE, RunChecks::boundary),
            new Check<>("old-factor", Severity.NOTE, RunChecks::age),
            new Check<>("pue-assumed", Severity.NOTE, RunChecks::overhead));

    private RunChecks() {}

    private static @Nullable String graded(Run run, Grade grade) {
        return run.judgement().grade() == grade
                ? String.join(GapWords.BETWEEN, run.judgement().reasons())
                : null;
    }

    private static @Nullable String unlabelled(Run run) {
        DatasetFacts data = run.setting().dataset();
        return data != null && data.task() == Task.UNLABELLED ? data.name() : null;
    }

    private static @Nullable String preset(Run run) {
        return run.plan().settings().reportable() ? null : run.plan().settings().name();
    }

    private static @Nullable String ending(Run run) {
        return run.ending().status() == RunStatus.COMPLETED
                ? null
                : run.ending().reason();
    }

    private static @Nullable String factor(Run run) {
        Site site = run.setting().site();
        return site == null || site.factor() != null ? null : site.zone() + ": " + site.noFactorBecause();
    }

    private static @Nullable String idle(Run run) {
        return run.baselines().before() == null || run.baselines().after() == null ? "" : null;
    }

    private static @Nullable String boundary(Run run) {
        EmissionFactor factor = factorOf(run);
        return factor != null && factor.boundary() == FactorBoundary.LIFECYCLE
                ? factor.geography() + ", " + factor.publisher()
                : null;
    }

    private static @Nullable String age(Run run) {
        EmissionFactor factor = factorOf(run);
        int measured = run.setting().startedAt().atZone(ZoneOffset.UTC).getYear();
        return factor != null && measured - factor.year() > OLD_YEARS
                ? factor.geography() + ", " + factor.yearMeaning() + " " + factor.year()
                : null;
    }

    private static @Nullable String overhead(Run run) {
        Site site = run.setting().site();
        return site != null && Sites.withoutPue(site.pueSource()) ? "PUE " + site.pue() : null;
    }

    private static @Nullable EmissionFactor factorOf(Run run) {
        Site site = run.setting().site();
        return site == null ? null : site.factor();
    }
}
