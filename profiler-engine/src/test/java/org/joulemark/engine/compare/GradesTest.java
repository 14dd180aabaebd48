package org.joulemark.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;

/** What lowers a grade is named with its figure. */
class GradesTest {
    private static SyntheticRun quiet() {
        SyntheticRun run = new SyntheticRun().version("a", 100, 100, 100);
        run.idle = SyntheticRun.idle(10);
        run.observer = new ObserverCost(0, 0, 3 * SyntheticRun.WINDOW, 3, 300);
        return run;
    }

    private static SensorEnergy withGap(double joules, long gapNanos) {
        return new SensorEnergy(
                SyntheticRun.PACKAGE,
                Quantity.of(joules, Unit.JOULES, 0, Provenance.COUNTER),
                Quantity.of(joules / 5, Unit.WATTS, 0, Provenance.COUNTER),
                100,
                gapNanos);
    }

    private static void isOnly(Judgement grade, String reason) {
        assertThat(grade).isEqualTo(new Judgement(Grade.B, List.of(reason)));
    }

    @Test
    void aQuietRunOfCountersIsGradeA() {
        assertThat(Grades.of(quiet().run())).isEqualTo(new Judgement(Grade.A, List.of()));
    }

    @Test
    void aGapInATrialIsNamedWithItsLengthAndTheWorstTrialStandsForAll() {
        SyntheticRun run = quiet();
        run.versions.clear();
        run.version(
                "a",
                List.of(
                        run.trial("a", 0, List.of(withGap(100, 2_000_000_000L))),
                        run.trial("a", 1, List.of(withGap(100, 9_800_000_000L))),
                        run.trial("a", 2, List.of(withGap(100, 90_000_000L)))),
                null);
        isOnly(
                Grades.of(run.run()),
                "a: rapl:package-0 was not read for 9.8 s of the 10.0 s of block 2 (and too long in 1 more trial)");
    }

    @Test
    void anEnergyOfWhichTheReadingsLeaveMuchOpenIsNamedWithItsShare() {
        SyntheticRun run = quiet();
        run.versions.clear();
        run.version(
                "a",
                List.of(
                        run.trial("a", 0, List.of(open(100, 4.9))),
                        run.trial("a", 1, List.of(open(100, 29))),
                        run.trial("a", 2, List.of(open(100, 20)))),
                null);
        isOnly(
                Grades.of(run.run()),
                "a: the readings of rapl:package-0 leave 58 % of the energy of block 2 open (and too much in 1 more"
                        + " trial)");
    }

    private static SensorEnergy open(double joules, double standardUncertainty) {
        return new SensorEnergy(
                SyntheticRun.PACKAGE,
                Quantity.of(joules, Unit.JOULES, standardUncertainty, Provenance.COUNTER),
                Quantity.of(joules / 5, Unit.WATTS, 0, Provenance.COUNTER),
                100,
                0);
    }

    @Test
    void aGapOfASensorThatDoesNotCountIsNoMatter() {
        SyntheticRun run = quiet();
        run.sensors.set(0, run.sensors.getFirst().notCounted("in the other"));
        run.versions.clear();
        run.version("a", List.of(run.trial("a", 0, List.of(withGap(100, 9_800_000_000L)))), null);
        assertThat(Grades.of(run.run()).reasons()).noneMatch(reason -> reason.contains("was not read"));
    }

    @Test
    void lateReadingsAreNamedWithTheirShare() {
        SyntheticRun run = quiet();
        run.observer = new ObserverCost(0, 0, 3 * SyntheticRun.WINDOW, 249, 300);
        isOnly(Grades.of(run.run()), "83 % of the sensor readings came late (249 of 300)");
    }

    @Test
    void aBaselineThatDriftedIsNamedWithBothPowers() {
        SyntheticRun run = quiet();
        run.idleAfter = SyntheticRun.idle(30);
        isOnly(
                Grades.of(run.run()),
                "the idle power of rapl:package-0 went from 10.0 W before to 30.0 W after the trials");
        run.idleAfter = SyntheticRun.idle(10.4);
        assertThat(Grades.of(run.run()).grade()).isEqualTo(Grade.A);
        run.idleAfter = SyntheticRun.idle(10.6);
        assertThat(Grades.of(run.run()).grade()).isEqualTo(Grade.B);
    }

    @Test
    void aBaselineThatIsNotThereIsNamed() {
        SyntheticRun none = quiet();
        none.idle = null;
        assertThat(Grades.of(none.run()))
                .isEqualTo(new Judgement(
                        Grade.B, List.of("no idle baseline before the trials", "no idle baseline after the trials")));
        SyntheticRun blind = quiet();
        blind.idleAfter = new IdleWindow(
                0,
                5_000_000_000L,
                List.of(new SensorEnergy(
                        SyntheticRun.PACKAGE,
                        new Absent(Unit.JOULES, "stuck"),
                        new Absent(Unit.WATTS, "stuck"),
                        0,
                        0)));
        isOnly(Grades.of(blind.run()), "no idle power of rapl:package-0 after the trials");
    }

    @Test
    void aGovernorThatChangesTheClockIsNamed() {
        SyntheticRun run = quiet();
        run.governor = "powersave";
        isOnly(Grades.of(run.run()), "the CPU frequency governor was 'powersave'");
        run.governor = "performance, schedutil";
        isOnly(Grades.of(run.run()), "the CPU frequency governor was 'performance, schedutil'");
        run.governor = "";
        assertThat(Grades.of(run.run()).grade()).isEqualTo(Grade.A);
    }

    private static Finding foreign(String text) {
        return new Finding("foreign-load", Severity.WARNING, text, "");
    }

    private static final String BESIDE = "the idle baseline %s the trials was taken beside other programs (next to it:"
            + " %s), so that net energies do not rest on an idle machine";

    @Test
    void whatTrialsHadInCommonIsSaidOnceWithTheMostOfItAndTheNumberOfTrials() {
        SyntheticRun run = quiet();
        List<Trial> trials = run.versions.getFirst().trials();
        for (Trial trial : trials) {
            trial.findings().add(foreign("other programs kept " + (5 + trial.block()) + ".5 threads busy"));
        }
        assertThat(Grades.of(run.run()).reasons())
                .contains("a: other programs kept 7.5 threads busy (the most; in 3 of 3 trials)");
        trials.forEach(trial -> trial.findings().clear());
        trials.forEach(trial -> trial.findings().add(foreign("other programs kept 5 threads busy")));
        assertThat(Grades.of(run.run()).reasons()).contains("a: other programs kept 5 threads busy (in 3 of 3 trials)");
        trials.forEach(trial -> trial.findings().clear());
        trials.get(1).findings().add(foreign("other programs kept 5 threads busy"));
        isOnly(Grades.of(run.run()), "a: other programs kept 5 threads busy (in 1 of 3 trials)");
    }

    @Test
    void aBaselineBesideOtherProgramsIsNamedWithWhatTheRecordTells() {
        SyntheticRun run = quiet();
        run.preflight.add(
                new Finding("machine-busy", Severity.WARNING, "the load average was 15.0 before the start", ""));
        run.versions.getFirst().trials().getLast().findings().add(foreign("other programs kept 3.6 threads busy"));
        assertThat(Grades.of(run.run()).reasons())
                .contains(
                        BESIDE.formatted("before", "the load average was 15.0 before the start"),
                        BESIDE.formatted("after", "other programs kept 3.6 threads busy"));
        run.preflight.clear();
        assertThat(Grades.of(run.run()).reasons()).noneMatch(reason -> reason.contains("baseline before"));
        run.idleAfter = null;
        run.oneBaseline = true;
        assertThat(Grades.of(run.run()).reasons())
                .noneMatch(reason -> reason.contains("baseline after the trials was"));
    }

    @Test
    void everyFlawOfOneRunIsNamed() {
        SyntheticRun run = quiet();
        run.versions.clear();
        Trial trial = run.trial("a", 0, List.of(withGap(100, 9_800_000_000L)));
        trial.findings().add(new Finding("drift", Severity.WARNING, "latency rose by 40 %", ""));
        trial.findings().add(new Finding("foreign-load", Severity.WARNING, "load 15", ""));
        run.version("a", List.of(trial), null);
        run.observer = new ObserverCost(0, 0, SyntheticRun.WINDOW, 83, 100);
        run.idleAfter = SyntheticRun.idle(30);
        run.governor = "powersave";
        assertThat(Grades.of(run.run()).grade()).isEqualTo(Grade.B);
        // Six of the measurement, and the foreign load of the only trial stands next to both baselines.
        assertThat(Grades.of(run.run()).reasons()).hasSize(8);
    }
}
