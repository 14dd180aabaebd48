package org.joulemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.joulemark.app.ui.compare.SampleHistory;
import org.joulemark.app.ui.compare.SampleHistory.Like;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
    private static final String LONG = "a-network-whose-name-somebody-made-very-long-indeed-";

    private static final List<Like> VERSIONS =
            List.of(new Like(LONG + "v1", 972, 180, 0.048, 1_800_000), new Like(LONG + "v2", 951, 74, 0.0021, 470_000));

    @TempDir
    Path folder;

    @Test
    void theComparisonFitsATerminalOf120ColumnsWithLongNames() throws Exception {
        List<String> lines = comparison(false);

        assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= 120);
        assertThat(lines).anyMatch(line -> line.contains("…") && line.contains("indeed-v1"));
    }

    @Test
    void aReasonThatHoldsForAllVersionsStandsOnceBelow() throws Exception {
        assertThat(comparison(false))
                .filteredOn(line -> line.contains("no site given"))
                .hasSize(1);
        assertThat(runLines())
                .filteredOn(line -> line.contains("no site given"))
                .hasSize(1);
    }

    @Test
    void figuresStandInTheUnitOfTheirColumnAndSayItOnce() throws Exception {
        assertThat(runLines().getFirst()).contains("p50 µs").contains("energy µWh ");
        assertThat(comparison(false))
                .contains("Latency p50, µs", "Energy per 1,000 inferences (gross), µWh", "Model size, MB")
                .noneMatch(line -> line.matches(".*[^0-9.]0\\.000.*"));
    }

    @Test
    void manifoldDifferencesAreMultiplesAndEqualFactsAreEqual() throws Exception {
        List<String> lines = comparison(false);

        assertThat(after(lines, "Throughput, 1/s", 2)).contains("23×");
        assertThat(after(lines, "MACs per inference", 2)).contains("equal");
    }

    @Test
    void everyLineOfARunFits120Columns() throws Exception {
        assertThat(runLines()).allMatch(line -> line.codePointCount(0, line.length()) <= 120);
    }

    @Test
    void aTableOfARunFitsItsWidthAndSaysWhatCo2eLeavesOut() throws Exception {
        SampleHistory.record(
                folder,
                "20260901T101500Z-aaaa01",
                "desk",
                true,
                List.of(new Like("v1", 972, 180, 1.8, 1_800_000), new Like("v2", 951, 74, 0.74, 470_000)));
        List<String> lines = runLines();

        assertThat(lines).allMatch(line -> line.codePointCount(0, line.length()) <= 120);
        assertThat(String.join(" ", lines)).contains("publishers state none for the factor");
    }

    @Test
    void whereTheWidthDoesNotAllowItTheTableSaysWhereTheUncertaintiesAre() throws Exception {
        assertThat(runLines()).contains("± of every figure: joulemark compare --all 20260901T101500Z-aaaa01");
    }

    /** Load times and peak memories are seen once: no spread, which is not the same as none. */
    @Test
    void whatAnUncertaintyLeavesOutStandsBelow() throws Exception {
        assertThat(comparison(true)).anyMatch(line -> line.contains("± ?"));
        assertThat(comparison(true))
                .filteredOn(line -> line.contains("spread unknown: seen once"))
                .singleElement()
                .asString()
                .contains("Load time");
    }

    @Test
    void whereNothingMeasuredCanBeComparedThatIsSaidAndIsNoSuccess() throws Exception {
        List<Contender> failed = List.of(DeadRun.version("v1", 1), DeadRun.version("v2", 1));
        record();
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            Comparison comparison = Comparisons.of(failed, history.evidence());
            List<Contender> measured = Selection.of(history, List.of("last"));

            assertThat(CompareCommand.comparable(comparison)).isFalse();
            assertThat(new ComparisonTable(comparison, false).lines())
                    .contains("v1: crashed at load: it fell over")
                    .anyMatch(line -> line.startsWith("v2: its run ") && line.endsWith("ended early: cancelled"))
                    .contains("v2: no trial was finished");
            assertThat(CompareCommand.comparable(Comparisons.of(failed.subList(0, 1), history.evidence())))
                    .isTrue();
            assertThat(CompareCommand.comparable(Comparisons.of(measured, history.evidence())))
                    .isTrue();
        }
    }

    @Test
    void aReportOfAFailedRunSaysSoWhereItIsWritten() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        new WrittenFiles(Path.of("label.svg"))
                .print(Console.over(OutputStream.nullOutputStream(), err), false, Stream.of(DeadRun.version("v1", 1)));

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "v1: NOT VALID: grade X",
                        "v1: RUN ENDED EARLY: cancelled",
                        "v1: FAILED: crashed at load: it fell over");
    }

    @Test
    void aLatencyOfSeveralRowsSaysSo() {
        assertThat(RunTable.callRows(List.of(DeadRun.version("v1", 32), DeadRun.version("v2", 32))))
                .containsExactly("Latency is per call of 32 rows: v1, v2.");
        assertThat(RunTable.callRows(List.of(DeadRun.version("v1", 1)))).isEmpty();
    }

    private static String after(List<String> lines, String heading, int below) {
        return lines.get(lines.indexOf(heading) + below);
    }

    private List<String> comparison(boolean all) throws Exception {
        record();
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            return new ComparisonTable(Comparisons.of(Selection.of(history, List.of("last")), history.evidence()), all)
                    .lines();
        }
    }

    private List<String> runLines() throws Exception {
        record();
        try (History history = History.open(folder, Access.READ_ONLY, "test")) {
            return new RunTable(history.run("last")).lines();
        }
    }

    private void record() throws Exception {
        if (!folder.resolve("history.db").toFile().exists()) {
            SampleHistory.record(folder, "20260901T101500Z-aaaa01", "desk", false, VERSIONS);
        }
    }
}
