package org.joulemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joulemark.app.workbench.WhyAbsent;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;
import org.jspecify.annotations.Nullable;

/** The result of a run as text: one row a version, then what holds for all of them. */
final class RunTable {
    /** What "<" before a figure says. */
    static final String UPPER_LIMIT = "< is an upper limit: the figure is below what its sensor resolves, or its trials"
            + " differ too much where that is said above.";

    /** Columns of a terminal that every table fits. */
    private static final int WIDTH = 120;

    private final Run run;

    RunTable(Run run) {
        this.run = run;
    }

    List<String> lines() {
        List<Contender> contenders = run.versions().stream()
                .map(version -> new Contender(run, version))
                .toList();
        WhyAbsent why = new WhyAbsent();
        List<String> lines = table(contenders, RunTable::measured, why);
        boolean whole = lines.stream().allMatch(line -> line.codePointCount(0, line.length()) <= WIDTH);
        if (!whole) {
            why = new WhyAbsent();
            lines = table(contenders, FigureText.ENGLISH::value, why);
        }
        List<String> below = new ArrayList<>(why.lines());
        if (lines.stream().anyMatch(line -> line.contains("< "))) {
            below.add(UPPER_LIMIT);
        }
        if (!whole) {
            below.add("± of every figure: joulemark compare --all " + run.id());
        }
        below.addAll(callRows(contenders));
        failures(below);
        noticed(below);
        footer(below);
        lines.add("");
        for (String line : below) {
            lines.addAll(Paragraph.lines(line));
        }
        return lines;
    }

    private List<String> table(
            List<Contender> contenders, BiFunction<Figure, FigureScale, String> text, WhyAbsent why) {
        List<Column> columns = columns(contenders, text);
        TextTable table = new TextTable(
                1,
                Stream.concat(Stream.of("version"), columns.stream().map(Column::title))
                        .toArray(String[]::new));
        for (int i = 0; i < contenders.size(); i++) {
            String label = contenders.get(i).label();
            List<String> row = new ArrayList<>(List.of(TextTable.elided(label)));
            String key = contenders.get(i).version().key().text();
            why.version(key, label);
            for (Column column : columns) {
                row.add(column.cells().get(i));
                String reason = reason(column.figures().get(i));
                if (reason != null) {
                    why.add(column.name(), key, reason);
                }
            }
            table.add(row);
        }
        return new ArrayList<>(table.lines());
    }

    /** Why there is no figure, or what its uncertainty leaves out; null if there is nothing to say. */
    static @Nullable String reason(Figure figure) {
        return switch (figure) {
            case Absent absent -> absent.why();
            case Quantity quantity
            when !quantity.resolved() && quantity.scattered() ->
                FigureText.ENGLISH.phrases().trialsDiffer();
            case Quantity quantity -> quantity.notCovered();
        };
    }

    /**
     * One metric of all versions in one unit.
     *
     * @param name its name
     * @param title its name with the unit
     * @param figures a figure a version
     * @param cells the same as text
     */
    private record Column(String name, String title, List<Figure> figures, List<String> cells) {}

    /** Energy always has its ±; the others where the terminal is wide enough for all of them. */
    private List<Column> columns(List<Contender> contenders, BiFunction<Figure, FigureScale, String> text) {
        return List.of(
                quality(contenders),
                column(contenders, "p50", "latency.p50", text),
                column(contenders, "p99", "latency.p99", text),
                column(contenders, "inf/s", "throughput", text),
                column(contenders, "energy", "energy.gross.wh1000", RunTable::measured),
                column(contenders, "net", "energy.net.wh1000", text),
                column(contenders, "power", "power.mean", text),
                column(contenders, "CO2e", "co2e.1000", text));
    }

    private static Column column(
            List<Contender> contenders, String name, String metric, BiFunction<Figure, FigureScale, String> text) {
        Metric found = Metrics.byId(metric).orElseThrow();
        List<Figure> figures = contenders.stream().map(found::of).toList();
        FigureScale scale = FigureScale.of(found.unit(), figures);
        String unit = scale.bareSymbol().replace("gCO2e", "g").replace("1/s", "");
        return new Column(
                name,
                (name + " " + unit).strip(),
                figures,
                figures.stream().map(figure -> text.apply(figure, scale)).toList());
    }

    /** With its uncertainty, or as an upper limit, which the line below the table explains. */
    private static String measured(Figure figure, FigureScale scale) {
        return figure instanceof Quantity quantity && !quantity.resolved()
                ? FigureText.ENGLISH.value(figure, scale)
                : FigureText.ENGLISH.withUncertainty(figure, scale);
    }

    private Column quality(List<Contender> contenders) {
        if (run.setting().dataset() != null && run.setting().dataset().task() == Task.REGRESSION) {
            return column(contenders, "RMSE", "accuracy.rmse", FigureText.ENGLISH::value);
        }
        return new Column(
                "accuracy",
                "accuracy",
                contenders.stream()
                        .map(Metrics.byId("accuracy.top1").orElseThrow()::of)
                        .toList(),
                contenders.stream().map(RunTable::right).toList());
    }

    private static String right(Contender contender) {
        AccuracyResult accuracy = contender.version().accuracy();
        Long correct = accuracy == null ? null : accuracy.correct();
        return accuracy == null || correct == null
                ? "–"
                : "%d/%d %.2f %%".formatted(correct, accuracy.rows(), 100.0 * correct / accuracy.rows());
    }

    /** What is no reason for the grade; what is one stands there. */
    private void noticed(List<String> lines) {
        run.setting().preflight().stream()
                .filter(finding -> finding.severity() == Severity.NOTE)
                .forEach(finding -> lines.add("Noticed: " + finding.text()));
    }

    private void failures(List<String> lines) {
        for (VersionResult version : run.versions()) {
            Failure failure = version.failure();
            if (failure != null) {
                lines.add(version.name() + ": " + words(failure));
            }
            version.findings().forEach(finding -> lines.add(version.name() + ": " + finding.text()));
        }
    }

    /** Energy is stated per inference, latency is not: of versions that take several rows a call, how many. */
    static List<String> callRows(List<Contender> contenders) {
        return contenders.stream()
                .collect(Collectors.groupingBy(
                        contender -> contender.version().configuration().batchSize(),
                        TreeMap::new,
                        Collectors.mapping(Contender::label, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .filter(group -> group.getKey() > 1)
                .map(group -> "Latency is per call of " + group.getKey() + " rows: " + group.getValue() + ".")
                .toList();
    }

    static String words(Failure failure) {
        return failure.kind() + " at " + failure.stage() + ": " + failure.message();
    }

    private void footer(List<String> lines) {
        lines.add(
                "Energy, net and CO2e are per 1,000 inferences; ± is k = 2. Energy is gross device energy; net of idle"
                        + " has the larger uncertainty.");
        run.setting().sensors().stream()
                .filter(SensorInfo::counted)
                .forEach(sensor -> lines.add("Energy of " + sensor.device() + " by " + sensor.name() + " ("
                        + sensor.provenance() + "). " + sensor.note()));
        lines.add(
                "Grade " + run.judgement().grade() + (run.judgement().reasons().isEmpty() ? "" : ":"));
        run.judgement().reasons().forEach(reason -> lines.add("  " + reason));
    }
}
