package org.joulemark.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorTrace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartDataTest {
    @TempDir
    private Path folder;

    private interface Question {
        void ask(Compared compared, History history) throws Exception;
    }

    private void ofFamily(boolean site, Question question) throws Exception {
        SampleHistory.record(folder, "20260901T101500Z-aaaa01", "desk", site, SampleHistory.FAMILY);
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            List<Contender> contenders = Selection.of(history, List.of());
            Comparison comparison = Comparisons.of(contenders, history.evidence());
            question.ask(new Compared(contenders, Headings.of(contenders), comparison, Badge.of(comparison)), history);
        }
    }

    @Test
    void pointsStandInTheUnitsPeopleSee() throws Exception {
        ofFamily(true, (compared, history) -> {
            AxesModel axes = new AxesModel(new Preferences(folder));
            axes.show(compared);
            TradeOff.Point first = axes.tradeOffProperty().get().points().getFirst();
            assertThat(first.y()).isCloseTo(97.2, within(1e-9));
            Quantity energy = (Quantity) Metrics.byId("energy.gross.wh1000")
                    .orElseThrow()
                    .of(compared.contenders().getFirst());
            assertThat(first.x()).isEqualTo(energy.value());
            assertThat(first.xRange().high()).isEqualTo(energy.value() + 2 * energy.standardUncertainty());

            assertThat(axes.tradeOffProperty().get().points()).hasSize(4);
        });
    }

    @Test
    void axesTakeUnitsWithoutPrefix() throws Exception {
        ofFamily(true, (compared, history) -> {
            AxesModel axes = new AxesModel(new Preferences(folder));
            axes.acrossProperty().set(Metrics.byId("latency.p50").orElseThrow());
            axes.show(compared);
            assertThat(AxisUnit.of(axes.acrossProperty().get().unit()).symbol()).isEqualTo("s");
            TradeOff.Point first = axes.tradeOffProperty().get().points().getFirst();
            assertThat(first.x()).isCloseTo(0.0048, within(1e-4));
            // An interval that is not symmetric is drawn as the table prints it.
            Quantity latency = (Quantity) Metrics.byId("latency.p50")
                    .orElseThrow()
                    .of(compared.contenders().getFirst());
            assertThat(first.xRange().low()).isCloseTo(latency.interval95().low() / 1e3, within(1e-12));
            assertThat(first.xRange().high()).isCloseTo(latency.interval95().high() / 1e3, within(1e-12));
        });
    }

    @Test
    void aVersionWithoutAFigureIsLeftOutAndSaysWhy() throws Exception {
        ofFamily(false, (compared, history) -> {
            Preferences preferences = new Preferences(folder);
            AxesModel axes = new AxesModel(preferences);
            axes.show(compared);
            axes.acrossProperty().set(Metrics.byId("co2e.1000").orElseThrow());
            assertThat(axes.tradeOffProperty().get().points()).isEmpty();
            assertThat(axes.tradeOffProperty().get().left())
                    .hasSize(4)
                    .allSatisfy(why -> assertThat(why).contains("site"));
            assertThat(new AxesModel(preferences).acrossProperty().get().id()).isEqualTo("co2e.1000");
        });
    }

    @Test
    void distributionHoldsAllCallsInOrder() throws Exception {
        ofFamily(true, (compared, history) -> {
            Contender contender = compared.contenders().get(2);
            LatencyCurve curve = LatencyCurve.read(contender, "v3", 2, history.evidence());
            long[] calls = contender.version().trials().stream()
                    .flatMapToLong(trial -> {
                        try {
                            return Arrays.stream(history.evidence()
                                    .latencies(trial.latencies())
                                    .toArray());
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .sorted()
                    .toArray();
            assertThat(curve.calls()).isEqualTo(calls.length).isGreaterThan(LatencyCurve.MOST);
            assertThat(curve.seconds()).hasSize(LatencyCurve.MOST).isSorted();
            assertThat(curve.seconds()[0]).isEqualTo(calls[0] / 1e9);
            assertThat(curve.seconds()[LatencyCurve.MOST - 1]).isEqualTo(calls[calls.length - 1] / 1e9);
            // The middle point is the median of all calls.
            double median = calls[calls.length / 2] / 1e9;
            assertThat(curve.seconds()[LatencyCurve.MOST / 2]).isCloseTo(median, within(1e-3 * median));
        });
    }

    @Test
    void lostLatenciesAreToldNotDrawn() throws Exception {
        ofFamily(true, (compared, history) -> {
            LatencyCurve curve = LatencyCurve.read(compared.contenders().getFirst(), "v1", 0, new NoEvidence());
            assertThat(curve.seconds()).isEmpty();
            assertThat(curve.why()).isEqualTo("the latencies are lost");
        });
    }

    @Test
    void powerOfATrialIsCutToItsWindow() throws Exception {
        ofFamily(true, (compared, history) -> {
            Contender contender = compared.contenders().get(2);
            List<TrialPower> power =
                    TrialPower.read(contender, contender.version().trials().get(1), history.evidence());
            assertThat(power).singleElement().satisfies(one -> {
                assertThat(one.why()).isEmpty();
                assertThat(one.steps()).isTrue();
                assertThat(one.seconds()[0]).isBetween(0.0, 0.1);
                assertThat(one.seconds()[one.seconds().length - 1]).isBetween(9.9, 10.0);
                assertThat(Arrays.stream(one.watts()).skip(1).average().orElseThrow())
                        .isCloseTo(7.4, within(0.2));
            });
        });
    }

    @Test
    void gapsAndResetsOfACounterAreGaps() {
        SensorTrace trace = new SensorTrace(
                new long[] {0, 100_000_000, 200_000_000, 300_000_000, 400_000_000, 500_000_000},
                new long[] {1_000_000, 2_000_000, 0, 4_000_000, 5_000_000, 100},
                new byte[] {0, 0, MissingReason.values()[0].code(), 0, 0, 0});
        TrialPower power = TrialPower.of(SampleHistory.sensor(), trace, 0, 500_000_000);
        assertThat(power.watts()).containsExactly(10, 10, Double.NaN, Double.NaN, 10, Double.NaN);
        assertThat(power.seconds()).containsExactly(0, 0.1, 0.2, 0.3, 0.4, 0.5);
    }

    @Test
    void lostTracesAreToldNotDrawn() throws Exception {
        ofFamily(true, (compared, history) -> {
            Contender contender = compared.contenders().getFirst();
            List<TrialPower> power =
                    TrialPower.read(contender, contender.version().trials().getFirst(), new NoEvidence());
            assertThat(power).singleElement().satisfies(one -> {
                assertThat(one.watts()).isEmpty();
                assertThat(one.why()).isEqualTo("the trace is lost");
            });
        });
    }
}
