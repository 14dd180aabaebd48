package org.joulemark.app.cli;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Task;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.reports.FigureText;

/** The result of a run as text: one row a version, then what holds for all of them. */
final class RunTable {
    private final Run run;

    RunTable(Run run) {
        this.run = run;
    }

    List<String> lines() {
        TextTable table = new TextTable(
                1,
                "version",
                regression() ? "RMSE" : "accuracy",
                "p50 ms",
                "p99 ms",
                "inf/s",
                "energy mJ/inf",
                "Wh/1000",
                "net Wh/1000",
                "mean W",
                "gCO2e/1000");
        run.versions().forEach(version -> table.add(row(new Contender(run, version))));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        failures(lines);
        footer(lines);
        return lines;
    }

    private boolean regression() {
        return run.dataset() != null && run.dataset().task() == Task.REGRESSION;
    }

    private List<String> row(Contender contender) {
        return List.of(
                contender.label(),
                accuracy(contender),
                value(contender, "latency.p50"),
                value(contender, "latency.p99"),
                value(contender, "throughput"),
                millijoules(figure(contender, "energy.gross")),
                FigureText.withUncertainty(figure(contender, "energy.gross.wh1000")),
                value(contender, "energy.net.wh1000"),
                value(contender, "power.mean"),
                value(contender, "co2e.1000"));
    }

    private String accuracy(Contender contender) {
        AccuracyResult accuracy = contender.version().accuracy();
        if (accuracy == null) {
            return "–";
        }
        Long correct = accuracy.correct();
        return correct == null
                ? value(contender, "accuracy.rmse")
                : "%d/%d %.2f %%".formatted(correct, accuracy.rows(), 100.0 * correct / accuracy.rows());
    }

    private static String millijoules(Figure figure) {
        return figure instanceof Quantity quantity
                ? FigureText.value(Quantity.of(
                        quantity.value() * 1e3, Unit.JOULES, quantity.standardUncertainty() * 1e3, quantity.worst()))
                : "–";
    }

    private static String value(Contender contender, String metric) {
        return FigureText.value(figure(contender, metric));
    }

    private static Figure figure(Contender contender, String metric) {
        return Metrics.byId(metric).map(found -> found.of(contender)).orElse(new Absent(Unit.NUMBER, "no such metric"));
    }

    private void failures(List<String> lines) {
        for (VersionResult version : run.versions()) {
            Failure failure = version.failure();
            if (failure != null) {
                lines.add(version.name() + ": " + failure.kind() + " at " + failure.stage() + ": " + failure.message());
            }
            version.findings().forEach(finding -> lines.add(version.name() + ": " + finding.text()));
        }
    }

    private void footer(List<String> lines) {
        lines.add("± is k = 2. Energy is gross device energy; net of idle has the larger uncertainty.");
        run.sensors().stream()
                .filter(SensorInfo::counted)
                .forEach(sensor -> lines.add("Energy of " + sensor.device() + " by " + sensor.name() + " ("
                        + sensor.provenance() + "). " + sensor.note()));
        if (!run.versions().isEmpty()
                && figure(new Contender(run, run.versions().getFirst()), "co2e.1000") instanceof Absent absent) {
            lines.add("CO2e: " + absent.why() + ".");
        }
        lines.add("Grade " + run.grade()
                + (run.gradeReasons().isEmpty() ? "" : ": " + String.join("; ", run.gradeReasons())));
    }
}
