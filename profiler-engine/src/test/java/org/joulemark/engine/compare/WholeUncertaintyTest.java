package org.joulemark.engine.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.joulemark.engine.compare.SyntheticRun.cell;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;

/** An uncertainty that is printed is the whole one, and what nobody knows is said instead of 0. */
class WholeUncertaintyTest {
    private static Quantity quantity(SyntheticRun run, String id) {
        return (Quantity) Metrics.figures(run.contenders().getFirst()).get(id);
    }

    private static long[] lognormal(Random random, int calls) {
        return IntStream.range(0, calls)
                .mapToLong(i -> Math.round(1e6 * Math.exp(0.1 * random.nextGaussian())))
                .toArray();
    }

    @Test
    void p99OfTooFewCallsHasAnIntervalAndSaysWhatIsNotKnown() {
        Random random = new Random(1);
        SyntheticRun run =
                new SyntheticRun().calls("a", lognormal(random, 60), lognormal(random, 60), lognormal(random, 60));
        Quantity p99 = quantity(run, "latency.p99");
        assertThat(p99.standardUncertainty()).isPositive();
        assertThat(requireNonNull(p99.interval95()).low()).isLessThan(p99.value());
        assertThat(p99.notCovered()).contains("too few calls for both ends").contains("too few calls in each");
    }

    @Test
    void oneTrialSaysThatItsSpreadIsUnknown() {
        SyntheticRun run = new SyntheticRun().version("a", 100);
        for (String id : List.of("energy.gross", "energy.gross.wh1000", "power.mean", "throughput", "latency.p50")) {
            assertThat(quantity(run, id).notCovered()).as(id).isEqualTo("spread unknown: one trial");
        }
        assertThat(quantity(run, "load.time").notCovered()).contains("seen once");
        assertThat(quantity(run, "size.bytes").notCovered()).isNull();
        assertThat(quantity(new SyntheticRun().version("a", 100, 100), "throughput")
                        .notCovered())
                .isNull();
    }

    @Test
    void netEnergyOfOneBaselineSaysThatTheDriftIsUnknown() {
        SyntheticRun run = new SyntheticRun().version("a", 100, 101, 102);
        run.idle = idle(20);
        assertThat(quantity(run, "energy.net").notCovered()).isNull();
        run.oneBaseline = true;
        assertThat(quantity(run, "energy.net").notCovered()).contains("one baseline");
    }

    private static IdleWindow idle(double joules) {
        return new IdleWindow(0, 5_000_000_000L, List.of(SyntheticRun.joules(SyntheticRun.PACKAGE, joules)));
    }

    @Test
    void idlePowerCarriesTheEdgesOfItsBaselines() {
        SyntheticRun run = new SyntheticRun().version("a", 100, 100, 100);
        run.sensors.set(0, SyntheticRun.sensor("rapl:package-0", Provenance.COUNTER, 0));
        run.idle = idle(20);
        double before = quantity(run, "energy.net").standardUncertainty();
        run.idle = new IdleWindow(
                0,
                5_000_000_000L,
                List.of(new SensorEnergy(
                        SyntheticRun.PACKAGE,
                        Quantity.of(20, Unit.JOULES, 5, Provenance.COUNTER),
                        Quantity.of(4, Unit.WATTS, 0, Provenance.COUNTER),
                        100,
                        0)));
        // 5 J of 5 s are 1 W, over 10 ms an inference.
        assertThat(quantity(run, "energy.net").standardUncertainty()).isCloseTo(Math.hypot(before, 0.01), within(1e-8));
    }

    @Test
    void aTrialByItselfIsAsUncertainAsTheVersionThatHasNoOther() {
        SyntheticRun run = new SyntheticRun().version("a", 100);
        Trial trial = run.versions.getFirst().trials().getFirst();
        SensorInfo sensor = run.sensors.getFirst();
        SensorEnergy measured = trial.energies().getFirst();
        Quantity energy = (Quantity) WindowBudget.energy(sensor, measured, trial.durationNanos());
        assertThat(energy.value()).isEqualTo(100);
        assertThat(energy.standardUncertainty())
                .isCloseTo(quantity(run, "energy.gross").standardUncertainty() * trial.inferences(), within(1e-12));
        assertThat(energy.expandedUncertainty()).isGreaterThan(0.05 * 100);
        Quantity peak = (Quantity) WindowBudget.peak(sensor, measured);
        assertThat(peak.standardUncertainty())
                .isCloseTo(quantity(run, "power.peak").standardUncertainty(), within(1e-12));
    }

    @Test
    void netEnergyWithinItsUncertaintyOfZeroGetsNoVerdict() {
        SyntheticRun run =
                new SyntheticRun().version("a", 41.0, 41.1, 40.9, 41, 41).version("b", 40.6, 40.7, 40.5, 40.6, 40.6);
        run.idle = idle(20);
        assertThat(quantity(run, "energy.net").resolved()).isFalse();
        Comparison.Cell net = cell(run.compare(), "energy.net");
        assertThat(net.delta()).isNull();
        assertThat(net.verdict())
                .isEqualTo(new Verdict.NoDifferenceShown("a: not resolved, within its uncertainty of zero"));
        assertThat(cell(run.compare(), "energy.gross").verdict()).isInstanceOf(Verdict.BetterThan.class);
    }

    /** Trials of 10 to 100 J on a sensor of 5 %: what is not known is not the sensor's fault. */
    @Test
    void whetherSensorOrTrialsLeaveAnEnergyOpenIsTold() {
        SyntheticRun scatter = new SyntheticRun().version("a", 100, 10, 100, 10, 10);
        assertThat(quantity(scatter, "energy.gross").resolved()).isFalse();
        assertThat(quantity(scatter, "energy.gross").scattered()).isTrue();
        assertThat(quantity(scatter, "energy.gross.wh1000").scattered()).isTrue();

        SyntheticRun near = new SyntheticRun().version("a", 40.1, 40.2, 40.1, 40.2, 40.1);
        near.idle = idle(20);
        assertThat(quantity(near, "energy.net").resolved()).isFalse();
        assertThat(quantity(near, "energy.net").scattered()).isFalse();
    }

    @Test
    void anEstimatedEnergyHasNoVerdictOfItsOwn() {
        SyntheticRun run = new SyntheticRun();
        run.sensors.set(0, SyntheticRun.sensor("rapl:package-0", Provenance.ESTIMATED, 1_000_000));
        run.idle = idle(20);
        run.version("a", 100, 101, 99, 100, 100).version("b", 80, 81, 79, 80, 80);
        Comparison comparison = run.compare();
        for (String id : List.of("energy.gross", "energy.gross.wh1000", "energy.net", "power.mean")) {
            assertThat(cell(comparison, id).verdict())
                    .as(id)
                    .isInstanceOf(Verdict.NotJudged.class)
                    .extracting(Verdict::words)
                    .asString()
                    .contains("restates latency");
        }
        assertThat(requireNonNull(cell(comparison, "energy.gross").delta()).value())
                .isCloseTo(-0.2, within(0.01));
        assertThat(comparison.notes()).anyMatch(note -> note.contains("restate latency"));
    }

    /** Five blocks whose energy an inference is 10 or 20 mJ; {@code heavy} blocks count three times the calls. */
    private static List<Trial> weighted(SyntheticRun run, String name, double scale, boolean heavyWhereDear) {
        return IntStream.range(0, 5)
                .mapToObj(block -> {
                    boolean dear = block % 2 == 0;
                    int calls = dear == heavyWhereDear ? 3000 : 1000;
                    long[] nanos = new long[calls];
                    Arrays.fill(nanos, 1_000_000);
                    double joules = calls * (dear ? 0.02 : 0.01) * scale * (1 + block * 1e-4);
                    return run.trial(
                            name,
                            block,
                            nanos,
                            SyntheticRun.WINDOW,
                            List.of(SyntheticRun.joules(SyntheticRun.PACKAGE, joules)));
                })
                .toList();
    }

    @Test
    void aDifferenceAgainstTheValuesShownIsNotedAndHasNoDirection() {
        SyntheticRun run = new SyntheticRun();
        run.version("a", weighted(run, "a", 1, false), null).version("b", weighted(run, "b", 0.98, true), null);
        Comparison.Cell energy = cell(run.compare(), "energy.gross");
        assertThat(requireNonNull(energy.delta()).value()).isCloseTo(-0.02, within(1e-9));
        assertThat(energy.note()).contains("−2.0 %").contains("+").contains("n = 5");
        assertThat(energy.verdict()).isEqualTo(new Verdict.NoDifferenceShown(energy.note()));
        assertThat(cell(run.compare(), "latency.p50").note()).isEmpty();
    }

    @Test
    void percentilesThatDisagreeWithTheirTrialsSaySo() {
        SyntheticRun run = new SyntheticRun()
                .calls("a", tail(10, 4), tail(10, 4), tail(10, 4))
                .calls("b", tail(9, 2), tail(9, 2), tail(11.5, 6));
        Comparison.Cell p99 = cell(run.compare(), "latency.p99");
        assertThat(requireNonNull(p99.delta()).value()).isNegative();
        assertThat(p99.note()).contains("+15.0 %");
        assertThat(p99.verdict()).isInstanceOf(Verdict.NoDifferenceShown.class);
    }

    /** The cheap trials weigh as much as the others in the mean of the ratios, and less in the sum of all. */
    @Test
    void aDifferenceThatIsNotThatOfTheValuesShownSaysWhatItIs() {
        SyntheticRun run =
                new SyntheticRun().version("a", 100, 130, 100, 130, 100).version("b", 60, 125, 95, 120, 70);
        Comparison.Cell energy = cell(run.compare(), "energy.gross");
        double byValues = quantity(run, 1, "energy.gross").value()
                        / quantity(run, "energy.gross").value()
                - 1;
        double delta = requireNonNull(energy.delta()).value();

        assertThat(Math.abs(byValues - delta)).isGreaterThan(0.02);
        assertThat(energy.note()).startsWith("Δ is the geometric mean").contains("all trials together");
        assertThat(cell(run.compare(), "latency.p50").note()).isEmpty();
    }

    private static Quantity quantity(SyntheticRun run, int version, String id) {
        return (Quantity) Metrics.figures(run.contenders().get(version)).get(id);
    }

    /** Trials of 2, 10 and 30 ms at their slowest: Student's t alone would reach below nothing. */
    @Test
    void noPercentileReachesBelowNothingNorBelowThoseUnderIt() {
        SyntheticRun run = new SyntheticRun().calls("a", tail(2, 4), tail(10, 4), tail(30, 4));
        double below = 0;
        for (String id : List.of("latency.p50", "latency.p90", "latency.p95", "latency.p99")) {
            Quantity latency = quantity(run, id);
            Interval interval = requireNonNull(latency.interval95());
            assertThat(interval.low()).as(id).isPositive().isGreaterThanOrEqualTo(below);
            assertThat(interval.contains(latency.value())).as(id).isTrue();
            below = interval.low();
        }
        assertThat(below).isEqualTo(1);
    }

    /** A hundred calls, the slowest {@code slow} of which take so many milliseconds, the others one. */
    private static long[] tail(double milliseconds, int slow) {
        long[] nanos = new long[100];
        Arrays.fill(nanos, 1_000_000);
        Arrays.fill(nanos, 0, slow, Math.round(milliseconds * 1e6));
        return nanos;
    }

    @Test
    void threeTrialsCoverAsOftenAsFifty() {
        int covered = 0;
        Random random = new Random(3);
        for (int repetition = 0; repetition < 1000; repetition++) {
            SyntheticRun run = new SyntheticRun();
            run.sensors.set(0, SyntheticRun.sensor("rapl:package-0", Provenance.COUNTER, 0, 0));
            run.version("a", 100 + random.nextGaussian(), 100 + random.nextGaussian(), 100 + random.nextGaussian());
            Quantity energy = quantity(run, "energy.gross");
            covered += Math.abs(energy.value() - 0.1) <= energy.expandedUncertainty() ? 1 : 0;
        }
        // Binomial(1000, 0.95): standard deviation 6.9; at k = 2 of the bare standard error it would be 816.
        assertThat(covered).isBetween(922, 978);
    }

    /** Latencies whose trials share a shift, as when the machine warms up: calls of one trial hang together. */
    @Test
    void percentilesCoverAlsoWhereTrialsDiffer() {
        int calls = 400;
        double truth = Math.exp(0.1 * 1.2815515655446004 * Math.sqrt(1 + 0.25));
        int covered = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            long[][] trials = new long[8][];
            for (int block = 0; block < trials.length; block++) {
                double shift = Math.exp(0.05 * random.nextGaussian());
                trials[block] = Arrays.stream(lognormal(random, calls))
                        .map(nanos -> Math.round(nanos * shift))
                        .toArray();
            }
            Interval interval = requireNonNull(quantity(new SyntheticRun().calls("a", trials), "latency.p90")
                    .interval95());
            covered += interval.contains(truth) ? 1 : 0;
        }
        assertThat(covered).isGreaterThan(460);
    }
}
