package org.joulemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.joulemark.app.ui.compare.SampleHistory;
import org.joulemark.app.ui.compare.SampleHistory.Like;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JSON states must not be surer than what is printed. */
class JsonViewsTest {
    private static final List<Like> VERSIONS =
            List.of(new Like("v1", 972, 180, 48, 1_800_000), new Like("v2", 951, 74, 2.1, 470_000));

    @TempDir
    Path folder;

    private JsonNode shown() throws Exception {
        record();
        Terminal terminal = new Terminal(folder);
        assertThat(terminal.run("history", "show", "--json")).isZero();
        return new ObjectMapper().readTree(terminal.out());
    }

    private void record() throws Exception {
        SampleHistory.record(folder, "20260901T101500Z-aaaa01", "desk", false, VERSIONS);
    }

    @Test
    void theEnergyOfATrialHasTheSensorsGainInItsUncertainty() throws Exception {
        JsonNode seen = shown().at("/versions/0/trials/0/energies/0");
        double joules = seen.at("/energy/value").asDouble();
        double watts = seen.at("/peakPower/value").asDouble();

        // The sensor states 5 % (k = 2); the readings of the window alone 0.1 %.
        assertThat(seen.at("/energy/standardUncertainty").asDouble())
                .isCloseTo(Math.hypot(0.025 * joules, 0.001 * joules), within(1e-9));
        assertThat(seen.at("/peakPower/standardUncertainty").asDouble()).isCloseTo(0.025 * watts, within(1e-9));
        assertThat(seen.at("/energy/resolved").asBoolean()).isTrue();
    }

    @Test
    void rankIntervalsAreCalledWhatTheyAreAndTheWholeStandsBeside() throws Exception {
        JsonNode version = shown().at("/versions/0");

        for (JsonNode latency : List.of(version.at("/latency"), version.at("/trials/0/latency"))) {
            assertThat(latency.has("intervals")).isFalse();
            assertThat(latency.at("/orderStatistics/p50/lowNanos").isTextual()).isTrue();
        }
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            var run = history.run("last");
            Contender contender = new Contender(run, run.versions().getFirst());
            for (String id : List.of("latency.p99", "energy.gross", "throughput")) {
                Quantity figure = (Quantity) Metrics.byId(id)
                        .<Figure>map(metric -> metric.of(contender))
                        .orElseThrow();
                JsonNode stated = version.path("figures").path(id);
                assertThat(stated.path("value").asDouble()).as(id).isEqualTo(figure.value());
                assertThat(stated.path("standardUncertainty").asDouble())
                        .as(id)
                        .isEqualTo(figure.standardUncertainty());
            }
        }
    }

    @Test
    void whatIsNotResolvedIsFlaggedWithItsLimit() throws Exception {
        record();
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            Comparison comparison = Comparisons.of(Selection.of(history, List.of("last")), history.evidence());
            Figure below = Quantity.of(-0.6, Unit.JOULES_PER_INFERENCE, 0.5, Provenance.ESTIMATED);
            Figure above = Quantity.of(6, Unit.JOULES_PER_INFERENCE, 0.5, Provenance.COUNTER);
            Comparison.Row row = new Comparison.Row(
                    Metrics.byId("energy.net").orElseThrow(),
                    below,
                    List.of(new Comparison.Cell(above, null, new Verdict.NotJudged(), "")));
            JsonNode metric = new ObjectMapper()
                    .readTree(ComparisonJson.of(new Comparison(
                            comparison.baseline(), comparison.others(), List.of(row), comparison.notes())))
                    .at("/metrics/0");

            assertThat(metric.at("/baseline/resolved").isBoolean()).isTrue();
            assertThat(metric.at("/baseline/resolved").asBoolean()).isFalse();
            assertThat(metric.at("/baseline/upperLimit").asDouble()).isCloseTo(0.4, within(1e-12));
            assertThat(metric.at("/versions/0/figure/resolved").asBoolean()).isTrue();
            assertThat(metric.at("/versions/0/figure").has("upperLimit")).isFalse();
        }
    }
}
