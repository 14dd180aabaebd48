package org.joulemark.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.compare.Delta;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;

class TableCopyTest {
    private static final Metric LATENCY = Metrics.byId("latency.p50").orElseThrow();
    private static final Metric CO2E = Metrics.byId("co2e.1000").orElseThrow();

    private static SheetCell cell(Figure figure, String value, boolean baseline) {
        Delta delta = baseline ? null : new Delta(-0.1 / 3, true, new Interval(-0.05, -0.01, 0.95), "paired, n = 5");
        Verdict verdict = baseline ? new Verdict.NotJudged() : new Verdict.BetterThan();
        return new SheetCell(
                baseline,
                figure,
                delta,
                verdict,
                value,
                baseline ? "" : "−3.3 %",
                baseline ? "" : "−5.0 … −1.0",
                baseline ? "" : "better",
                "");
    }

    private static Sheet sheet() {
        Figure latency = Quantity.of(1.0 / 3, Unit.MILLISECONDS, 1e-17, Provenance.COUNTER);
        Figure absent = new Absent(Unit.GRAMS_CO2E_PER_1000, "=HYPERLINK(\"evil\"), no \"site\" given\nat all");
        return new Sheet(
                List.of(new Sheet.Version("run:a|b", "a|b", ""), new Sheet.Version("-run:c,d", "c_d", "")),
                List.of(
                        new Sheet.Row(
                                LATENCY,
                                "Latency p50",
                                "ms",
                                "",
                                List.of(cell(latency, "0.33 ± 0.01", true), cell(latency, "0.32", false))),
                        new Sheet.Row(
                                CO2E,
                                "CO2e",
                                "gCO2e/1000",
                                "",
                                List.of(cell(absent, "no site", true), cell(absent, "no site", false)))));
    }

    private static Grid grid(TableChoice choice) {
        return Grid.of(sheet(), choice, "Metric", "Version");
    }

    @Test
    void markdownEscapesWhatWouldEndACell() {
        String text = GridMarkdown.of(grid(TableChoice.usual()), List.of("a note"));
        List<String> lines = text.lines().toList();
        assertThat(lines.get(0)).isEqualTo("| Metric | a\\|b | c\\_d |");
        assertThat(lines.get(1)).isEqualTo("| :-- | --: | --: |");
        assertThat(lines.get(2)).isEqualTo("| Latency p50, ms | 0.33 ± 0.01 | 0.32 ✓ better −3.3 % (−5.0 … −1.0) |");
        assertThat(lines.getLast()).isEqualTo("a note");
        assertThat(text).endsWith("\n");
    }

    @Test
    void csvIsReadBackWithAllDigits() throws Exception {
        List<CSVRecord> records = read(SheetCsv.of(sheet(), TableChoice.usual()));
        assertThat(records).hasSize(4);
        CSVRecord first = records.getFirst();
        assertThat(Double.parseDouble(first.get("value"))).isEqualTo(1.0 / 3);
        assertThat(Double.parseDouble(first.get("standard_uncertainty"))).isEqualTo(1e-17);
        assertThat(first.get("run_version")).isEqualTo("run:a|b");
        assertThat(first.get("baseline")).isEqualTo("true");
        CSVRecord second = records.get(1);
        assertThat(Double.parseDouble(second.get("delta"))).isEqualTo(-0.1 / 3);
        assertThat(second.get("verdict")).isEqualTo("better");
    }

    @Test
    void csvGuardsAgainstFormulasButNotNumbers() throws Exception {
        List<CSVRecord> records = read(SheetCsv.of(sheet(), TableChoice.usual()));
        assertThat(records.get(2).get("absent_because")).isEqualTo("'=HYPERLINK(\"evil\"), no \"site\" given\nat all");
        assertThat(records.get(2).get("value")).isEmpty();
        assertThat(records.get(1).get("run_version")).isEqualTo("'-run:c,d");
        assertThat(records.get(1).get("delta")).startsWith("-0.0");
    }

    private static List<CSVRecord> read(String csv) throws Exception {
        assertThat(csv).endsWith("\r\n");
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(csv))
                .getRecords();
    }

    @Test
    void hiddenMetricsAreNotCopied() throws Exception {
        TableChoice onlyLatency = TableChoice.usual().withMetrics(Set.of("latency.p50"));
        assertThat(read(SheetCsv.of(sheet(), onlyLatency))).hasSize(2);
        assertThat(GridMarkdown.of(grid(onlyLatency), List.of()).lines()).hasSize(3);
    }

    @Test
    void theBaselineStaysOnTopWhateverVersionsAreSortedBy() {
        TableChoice byLatency = TableChoice.usual().withTransposed(true);
        for (boolean descending : new boolean[] {false, true}) {
            Grid grid = grid(byLatency.sorted("latency.p50", descending));
            assertThat(grid.lines().getFirst().head().baseline()).isTrue();
        }
    }

    @Test
    void absentFiguresSortLastBothWays() {
        Sheet sheet = new Sheet(
                List.of(version("base"), version("x"), version("none"), version("y")),
                List.of(new Sheet.Row(
                        LATENCY,
                        "Latency",
                        "ms",
                        "",
                        List.of(
                                cell(quantity(5), "5", true),
                                cell(quantity(2), "2", false),
                                cell(new Absent(Unit.MILLISECONDS, "failed"), "failed", false),
                                cell(quantity(1), "1", false)))));
        TableChoice choice = TableChoice.usual().withTransposed(true);
        assertThat(titles(Grid.of(sheet, choice.sorted("latency.p50", false), "m", "v")))
                .containsExactly("base", "y", "x", "none");
        assertThat(titles(Grid.of(sheet, choice.sorted("latency.p50", true), "m", "v")))
                .containsExactly("base", "x", "y", "none");
    }

    private static Sheet.Version version(String name) {
        return new Sheet.Version(name, name, "");
    }

    private static Quantity quantity(double value) {
        return Quantity.exact(value, Unit.MILLISECONDS);
    }

    private static List<String> titles(Grid grid) {
        return grid.lines().stream().map(line -> line.head().title()).toList();
    }

    @Test
    void longReasonsAreCutAtAWordAndShortOnesStay() {
        assertThat(ShortReason.of("no site given")).isEqualTo("no site given");
        assertThat(ShortReason.of("no power sensor; see joulemark devices")).isEqualTo("no power sensor");
        assertThat(Arrays.asList(
                        ShortReason.of("the worker process that ran this version ended unexpectedly after a while")))
                .allSatisfy(
                        text -> assertThat(text).hasSizeLessThanOrEqualTo(53).endsWith("…"));
    }
}
