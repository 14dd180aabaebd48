package org.joulemark.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.stats.Quantiles;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static Figure figure(SyntheticRun run, String id) {
        return Metrics.figures(run.contenders().getFirst()).get(id);
    }

    private static Quantity quantity(SyntheticRun run, String id) {
        return (Quantity) figure(run, id);
    }

    @Test
    void everyMetricHasANameAFormulaAnIdOfItsOwnAndAFigureInItsUnit() {
        SyntheticRun run = new SyntheticRun().version("a", 100, 100, 100);
        assertThat(Metrics.ALL).extracting(Metric::id).doesNotHaveDuplicates();
        for (Metric metric : Metrics.ALL) {
            assertThat(metric.title()).isNotBlank();
            assertThat(metric.formula()).isNotBlank();
            assertThat(metric.of(run.contenders().getFirst()).unit()).isEqualTo(metric.unit());
            assertThat(Metrics.byId(metric.id())).contains(metric);
        }
    }

    @Test
    void aVersionWithoutTrialsHasReasonsInsteadOfZeros() {
        SyntheticRun run = new SyntheticRun().version("a");
        for (String id :
                List.of("energy.gross", "energy.net", "latency.p50", "throughput", "power.mean", "co2e.1000")) {
            assertThat(figure(run, id)).isInstanceOf(Absent.class);
        }
    }

    @Test
    void energyIsOfAllTrialsWithTheWholeBudget() {
        SyntheticRun run = new SyntheticRun().version("a", 90, 100, 110);
        Quantity energy = quantity(run, "energy.gross");
        assertThat(energy.value()).isCloseTo(0.1, within(1e-12));
        double repeatability = 0.01 / Math.sqrt(3);
        double gain = 0.05 / 2 * 0.1;
        double edges = 0.001 / (Math.sqrt(3) * 10) * 0.1;
        // Three trials: effective degrees 2·(u/repeatability)⁴ and the t that covers 95 % of them.
        double combined = Math.sqrt(repeatability * repeatability + gain * gain + edges * edges);
        double degrees = 2 * Math.pow(combined / repeatability, 4);
        double expected = combined * Quantiles.studentT(0.975, degrees) / 2;
        assertThat(energy.standardUncertainty()).isCloseTo(expected, within(1e-12));
        assertThat(energy.worst()).isEqualTo(Provenance.COUNTER);
        assertThat(quantity(run, "energy.gross.wh1000").value()).isCloseTo(0.1 * 1000 / 3600, within(1e-12));
        assertThat(quantity(run, "power.mean").value()).isCloseTo(10, within(1e-9));
        assertThat(quantity(run, "throughput").value()).isCloseTo(100, within(1e-9));
    }

    private static SyntheticRun twoPackages(SensorEnergy second) {
        SyntheticRun run = new SyntheticRun();
        run.sensors.add(SyntheticRun.sensor("rapl:package-1", Provenance.COUNTER));
        SensorEnergy first = SyntheticRun.joules(SyntheticRun.PACKAGE, 100);
        return run.version("a", List.of(run.trial("a", 0, List.of(first, second))), null);
    }

    @Test
    void gainsOfSensorsOfOneTypeAddUp() {
        Quantity both = quantity(twoPackages(SyntheticRun.joules(new SensorId("rapl:package-1"), 100)), "energy.gross");
        double gain = 0.025 * 0.2;
        double edges = Math.sqrt(2) * 0.001 / (Math.sqrt(3) * 10) * 0.1;
        assertThat(both.standardUncertainty()).isCloseTo(Math.hypot(gain, edges), within(1e-12));
    }

    @Test
    void onePackageMissingMakesALowerBoundNeverAZero() {
        Absent why = new Absent(Unit.JOULES, "vanished");
        SensorEnergy gone = new SensorEnergy(new SensorId("rapl:package-1"), why, why, 0, 0);
        Quantity energy = quantity(twoPackages(gone), "energy.gross");
        assertThat(energy.lowerBound()).isTrue();
        assertThat(energy.value()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void allMissingIsAbsentWithTheReason() {
        SyntheticRun run = new SyntheticRun();
        Absent why = new Absent(Unit.JOULES, "permission denied");
        SensorEnergy denied = new SensorEnergy(SyntheticRun.PACKAGE, why, why, 0, 0);
        run.version("a", List.of(run.trial("a", 0, List.of(denied))), null);
        assertThat(((Absent) figure(run, "energy.gross")).why()).contains("permission denied");
    }

    @Test
    void aWindowShorterThanAHundredPeriodsIsRefused() {
        SyntheticRun run = new SyntheticRun();
        SensorInfo fast = run.sensors.getFirst();
        run.sensors.set(
                0,
                new SensorInfo(
                        fast.id(),
                        fast.device(),
                        "slow one",
                        fast.scope(),
                        fast.provenance(),
                        fast.kind(),
                        100_000_001,
                        fast.uncertainty(),
                        null,
                        null,
                        ""));
        run.version("a", 100, 100, 100);
        assertThat(((Absent) figure(run, "energy.gross")).why())
                .contains("100 periods")
                .contains("slow one");
    }

    @Test
    void netIsGrossLessIdleWithALargerUncertainty() {
        SyntheticRun run = new SyntheticRun().version("a", 100, 100, 100);
        assertThat(figure(run, "energy.net")).isInstanceOf(Absent.class);
        run.idle = new IdleWindow(0, 5_000_000_000L, List.of(SyntheticRun.joules(SyntheticRun.PACKAGE, 20)));
        Quantity net = quantity(run, "energy.net");
        assertThat(net.value()).isCloseTo((100 - 4 * 10) / 1000.0, within(1e-12));
        // Idle 4 W: 20 % are 0.8 W, less than the least 2 W; at k = 1 that is 1 W over 10 ms.
        double gross = quantity(run, "energy.gross").standardUncertainty();
        double edges = 0.001 / (Math.sqrt(3) * 5) * 4 * 0.01;
        assertThat(net.standardUncertainty()).isCloseTo(Math.hypot(gross, Math.hypot(0.01, edges)), within(1e-12));
    }

    @Test
    void aPeakThatALoadModelGivesIsSaidToBeCappedByIt() {
        SyntheticRun run = new SyntheticRun().version("a", 100, 100, 100);
        assertThat(quantity(run, "power.peak").notCovered()).isNull();
        run.sensors.set(0, SyntheticRun.sensor("rapl:package-0", Provenance.ESTIMATED));
        assertThat(quantity(run, "power.peak").notCovered()).contains("never above its watts at full load");
    }

    @Test
    void sharesFollowTheEnergyOfEachSource() {
        SyntheticRun run = new SyntheticRun();
        run.sensors.add(SyntheticRun.sensor("load:cpu", Provenance.ESTIMATED));
        run.version(
                "a",
                List.of(run.trial(
                        "a",
                        0,
                        List.of(
                                SyntheticRun.joules(SyntheticRun.PACKAGE, 75),
                                SyntheticRun.joules(new SensorId("load:cpu"), 25)))),
                null);
        Map<Provenance, Double> shares = quantity(run, "energy.gross").shares();
        assertThat(shares).containsOnlyKeys(Provenance.COUNTER, Provenance.ESTIMATED);
        assertThat(shares.get(Provenance.COUNTER)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void gradesFollowTheWorstTrait() {
        SyntheticRun run = new SyntheticRun().version("a", 100, 100, 100);
        run.idle = SyntheticRun.idle(10);
        assertThat(Grades.of(run.run())).isEqualTo(new RunGrade(Grade.A, List.of()));
        run.preflight.add(new Finding("busy", Severity.NOTE, "note", ""));
        assertThat(Grades.of(run.run()).grade()).isEqualTo(Grade.A);
        run.preflight.add(new Finding("busy", Severity.WARNING, "machine busy", ""));
        assertThat(Grades.of(run.run())).isEqualTo(new RunGrade(Grade.B, List.of("machine busy")));
        run.reportable = false;
        assertThat(Grades.of(run.run()).grade()).isEqualTo(Grade.C);
        assertThat(Grades.of(run.run()).reasons().getFirst()).contains("not for reporting");
        run.preflight.add(new Finding("bad", Severity.INVALID, "clock stepped", ""));
        assertThat(Grades.of(run.run()).grade()).isEqualTo(Grade.X);
        assertThat(Grades.of(new SyntheticRun().version("a").run()).grade()).isEqualTo(Grade.X);
        SyntheticRun estimated = new SyntheticRun();
        estimated.sensors.set(0, SyntheticRun.sensor("load:cpu", Provenance.ESTIMATED));
        assertThat(Grades.of(estimated.version("a", 1, 1, 1).run()).grade()).isEqualTo(Grade.C);
    }

    @Test
    void recomputationFindsAnAlteredLatencyAnAnswerAndAFigure() {
        SyntheticRun run = new SyntheticRun().answers("v", 10, row -> 1.0, row -> 1.0);
        run.sensors.clear();
        run.idle = new IdleWindow(0, 5_000_000_000L, List.of());
        Contender contender = run.contenders().getFirst();
        Map<String, Map<String, Figure>> stored = Map.of("v", Metrics.figures(contender));
        WindowEnergy none = (sensor, trace, start, end) -> {
            throw new AssertionError("no sensors");
        };
        assertThat(Recompute.differences(run.gradedRun(), run, none, stored)).isEmpty();
        run.latencies.replaceAll((blob, series) -> {
            long[] altered = series.toArray();
            altered[0] += 100_000;
            return new LatencySeries(altered);
        });
        run.predictions.replaceAll(
                (blob, answers) -> new Predictions(new double[10], new double[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
        Map<String, Map<String, Figure>> wrong = Map.of("v", Map.of("size.bytes", Quantity.exact(1, Unit.BYTES)));
        assertThat(Recompute.differences(run.gradedRun(), run, none, wrong))
                .anyMatch(line -> line.contains("latency"))
                .anyMatch(line -> line.contains("9"))
                .anyMatch(line -> line.contains("size.bytes"));
    }
}
