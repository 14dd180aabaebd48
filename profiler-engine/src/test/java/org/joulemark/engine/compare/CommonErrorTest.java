package org.joulemark.engine.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.joulemark.engine.compare.SyntheticRun.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;

/** Errors that all trials of a version share do not show in the trials' spread and belong into a difference all the same. */
class CommonErrorTest {
    private static final double IDLE_WATTS = 25;
    private static final double SECONDS = SyntheticRun.WINDOW / 1e9;

    private static Trial trial(SyntheticRun run, String name, int block, int calls, double[] joules) {
        long[] nanos = new long[calls];
        Arrays.fill(nanos, SyntheticRun.WINDOW / calls);
        SensorEnergy energy = new SensorEnergy(
                SyntheticRun.PACKAGE,
                Quantity.of(joules[0], Unit.JOULES, joules[1], Provenance.COUNTER),
                Quantity.of(joules[0] / SECONDS, Unit.WATTS, 0, Provenance.COUNTER),
                100,
                0);
        return run.trial(name, block, nanos, SyntheticRun.WINDOW, List.of(energy));
    }

    private static void version(SyntheticRun run, String name, int calls, double joules, double open) {
        Random random = new Random(name.hashCode());
        List<Trial> trials = new ArrayList<>();
        for (int block = 0; block < 5; block++) {
            double measured = joules * (1 + 0.002 * random.nextGaussian());
            trials.add(trial(run, name, block, calls, new double[] {measured, open}));
        }
        run.version(name, trials, null);
    }

    /** Two versions of equal net energy, of which the second is faster, so that it idles for less time a call. */
    private static SyntheticRun equalNet(double watts, double idleError) {
        SyntheticRun run = new SyntheticRun();
        run.idle = SyntheticRun.idle(IDLE_WATTS * (1 + idleError));
        version(run, "a", 1000, watts * SECONDS, 0);
        version(run, "b", 1400, IDLE_WATTS * SECONDS + 1.4 * (watts - IDLE_WATTS) * SECONDS, 0);
        return run;
    }

    @Test
    void aNetDifferenceHoldsWhatTheIdlePowerMayBeWrong() {
        Random random = new Random(5);
        int wrong = 0;
        int runs = 300;
        for (int i = 0; i < runs; i++) {
            // The sensor states 20 % at k = 2 of its idle power.
            Comparison.Cell net = cell(equalNet(60, 0.1 * random.nextGaussian()).compare(), "energy.net");
            wrong += requireNonNull(requireNonNull(net.delta()).interval95()).contains(0) ? 0 : 1;
        }
        assertThat(wrong).isLessThan(runs * 7 / 100);
    }

    @Test
    void aNetDifferenceThatTheIdlePowerCouldExplainIsNone() {
        Comparison comparison = equalNet(60, 0.1).compare();
        assertThat(cell(comparison, "energy.net").verdict()).isInstanceOf(Verdict.NoDifferenceShown.class);
        assertThat(cell(comparison, "energy.net.wh1000").verdict()).isInstanceOf(Verdict.NoDifferenceShown.class);
        assertThat(cell(comparison, "energy.gross").verdict()).isInstanceOf(Verdict.BetterThan.class);
    }

    @Test
    void aNetDifferenceBeyondTheIdlePowersErrorIsShown() {
        SyntheticRun run = new SyntheticRun();
        run.idle = SyntheticRun.idle(IDLE_WATTS);
        version(run, "a", 1000, 1000, 0);
        version(run, "b", 1000, 1200, 0);
        assertThat(cell(run.compare(), "energy.net").verdict()).isInstanceOf(Verdict.WorseThan.class);
    }

    @Test
    void aDifferenceWithinWhatTheReadingsLeaveOpenIsNone() {
        SyntheticRun run = new SyntheticRun();
        run.idle = SyntheticRun.idle(10);
        version(run, "a", 1000, 1000, 1);
        version(run, "b", 1000, 700, 140);
        for (String id : List.of("energy.gross", "energy.gross.wh1000", "energy.net")) {
            Comparison.Cell cell = cell(run.compare(), id);
            assertThat(cell.verdict()).as(id).isInstanceOf(Verdict.NoDifferenceShown.class);
            Interval interval = requireNonNull(requireNonNull(cell.delta()).interval95());
            assertThat(interval.contains(0)).as(id).isTrue();
        }
    }

    @Test
    void whatReadingsLeaveOpenWidensTheIntervalByItsOwnShare() {
        SyntheticRun run = new SyntheticRun();
        run.sensors.set(0, SyntheticRun.sensor("rapl:package-0", Provenance.COUNTER, 0));
        List<Trial> a = new ArrayList<>();
        List<Trial> b = new ArrayList<>();
        for (int block = 0; block < 3; block++) {
            a.add(trial(run, "a", block, 1000, new double[] {100, 3}));
            b.add(trial(run, "b", block, 1000, new double[] {100, 4}));
        }
        run.version("a", a, null).version("b", b, null);
        Interval interval = requireNonNull(
                requireNonNull(cell(run.compare(), "energy.gross").delta()).interval95());
        // 3 % and 4 % of equal energies, without any spread: twice 5 %.
        assertThat(Math.log1p(interval.high())).isCloseTo(0.1, within(1e-9));
        assertThat(Math.log1p(interval.low())).isCloseTo(-0.1, within(1e-9));
    }

    @Test
    void whatNoIntervalHoldsIsSaid() {
        SyntheticRun first = new SyntheticRun().version("a", 100, 101, 99).version("b", 110, 111, 109);
        assertThat(first.compare().notes())
                .anyMatch(note -> note.contains("from one start to the next"))
                .noneMatch(note -> note.contains("how runs differ"));
        SyntheticRun second = new SyntheticRun().version("b", 110, 111, 109);
        second.id = "run-2";
        Comparison runs = Comparisons.of(
                List.of(first.contenders().getFirst(), second.contenders().getFirst()), first);
        assertThat(runs.notes()).anyMatch(note -> note.contains("how runs differ"));
    }
}
