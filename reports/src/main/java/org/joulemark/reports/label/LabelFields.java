package org.joulemark.reports.label;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DatasetFacts;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Task;
import org.joulemark.reports.FigureText;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;

/** What a label says, in the order of the statement; the same text goes to every format. */
final class LabelFields {
    private final ReportInput input;
    private final Contender subject;
    private final Run run;

    LabelFields(ReportInput input) {
        this.input = input;
        this.subject = input.subject();
        this.run = subject.run();
    }

    /**
     * A line of the statement.
     *
     * @param name what it is
     * @param values one or more lines of text
     */
    record Line(String name, List<String> values) {}

    String model() {
        return subject.label();
    }

    List<String> identity() {
        ModelFacts facts = subject.version().model();
        if (facts == null) {
            return List.of("model file not read");
        }
        String weights = facts.weightElements().keySet().stream()
                .filter(type -> type != ElementType.INT64)
                .map(ElementType::toString)
                .collect(Collectors.joining("/"));
        return List.of(
                "SHA-256 " + facts.id().value().substring(0, 12) + " · ONNX opset "
                        + Objects.toString(facts.opsets().get("ai.onnx"), "?"),
                "weights " + weights);
    }

    String energy() {
        return FigureText.ENGLISH.value(figure("energy.gross.wh1000"));
    }

    String energyUncertainty() {
        Figure energy = figure("energy.gross.wh1000");
        return switch (energy) {
            case Absent absent -> absent.why();
            case Quantity quantity -> {
                String text = FigureText.ENGLISH.withUncertainty(quantity);
                yield "Wh per 1,000 inferences " + text.substring(Math.max(0, text.indexOf('±'))) + " (k = 2)";
            }
        };
    }

    String boundary() {
        String sensors = run.sensors().stream()
                .filter(SensorInfo::counted)
                .filter(sensor ->
                        sensor.device().equals(subject.version().configuration().device()))
                .map(sensor -> sensor.name())
                .collect(Collectors.joining(", "));
        String how = figure("energy.gross.wh1000") instanceof Quantity quantity
                ? quantity.shares().keySet().stream()
                        .sorted()
                        .map(LabelFields::words)
                        .collect(Collectors.joining(" and "))
                : "not measured";
        return "Boundary: device " + subject.version().configuration().device() + ", gross, " + how
                + (sensors.isEmpty() ? "" : " (" + sensors + ")");
    }

    private static String words(Provenance provenance) {
        return switch (provenance) {
            case COUNTER -> "measured by counter";
            case IMPORTED_METER -> "measured by external meter";
            case POLLED_INSTANT, POLLED_AVERAGE -> "measured by polling";
            case VENDOR_MODEL -> "modelled by the vendor";
            case ESTIMATED -> "ESTIMATED, not measured";
            case ASSUMED -> "ASSUMED";
            case MISSING -> "partly missing";
        };
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("Task and data", data()));
        lines.add(new Line("Quality", List.of(quality())));
        lines.add(new Line("Latency", List.of(latency())));
        lines.add(new Line("Throughput", List.of(throughput())));
        lines.add(new Line("Operational CO2e", carbon()));
        lines.add(new Line("Embodied CO2e", List.of("not assessed")));
        lines.add(new Line("Hardware", List.of(run.machine().cpuName(), hardware())));
        lines.add(new Line("Runtime", runtime()));
        lines.add(new Line("Measured", measured()));
        return lines;
    }

    private List<String> data() {
        DatasetFacts data = run.dataset();
        Configuration configuration = subject.version().configuration();
        String unit = "unit: 1 inference, batch " + configuration.batchSize();
        return data == null
                ? List.of("no evaluation set; inputs made up", unit)
                : List.of(
                        (data.task() == Task.CLASSIFICATION ? "classification" : "regression") + ", " + data.name(),
                        "SHA-256 " + data.sha256().substring(0, 12),
                        unit);
    }

    private String quality() {
        AccuracyResult accuracy = subject.version().accuracy();
        if (accuracy == null) {
            return "accuracy not measured";
        }
        Long correct = accuracy.correct();
        return correct == null
                ? "RMSE " + sentence("accuracy.rmse") + ", n = " + accuracy.rows()
                : "top-1 %.2f %% (%d of %d)".formatted(100.0 * correct / accuracy.rows(), correct, accuracy.rows());
    }

    private String throughput() {
        return figure("throughput") instanceof Quantity quantity
                ? FigureText.ENGLISH.value(quantity) + " inferences a second"
                : sentence("throughput");
    }

    private List<String> carbon() {
        Site site = run.site();
        EmissionFactor factor = site == null ? null : site.factor();
        if (site == null || factor == null) {
            return List.of("not computed: " + (site == null ? "no site given" : site.noFactorBecause()));
        }
        return List.of(
                FigureText.ENGLISH.withUncertainty(figure("co2e.1000")) + " g per 1,000",
                "location-based, %s %s g/kWh".formatted(factor.geography(), factor.gramsPerKilowattHour()),
                "%s, %d, PUE %s".formatted(factor.publisher(), factor.year(), site.pue()));
    }

    private String hardware() {
        return "%d threads, %.0f GiB%s"
                .formatted(
                        run.machine().logicalCores(),
                        run.machine().memoryBytes() / (double) (1L << 30),
                        run.machine().virtualMachine().isEmpty() ? "" : ", virtual machine");
    }

    private List<String> runtime() {
        Configuration configuration = subject.version().configuration();
        return List.of(
                "ONNX Runtime " + run.software().onnxRuntime(),
                "provider " + configuration.provider() + ", " + configuration.intraOpThreads()
                        + (configuration.intraOpThreads() == 1 ? " thread" : " threads"));
    }

    private String latency() {
        return figure("latency.p50") instanceof Quantity p50 && figure("latency.p95") instanceof Quantity p95
                ? "p50 " + FigureText.ENGLISH.value(p50) + " · p95 " + FigureText.ENGLISH.value(p95) + " ms"
                : sentence("latency.p50");
    }

    private List<String> measured() {
        String day = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(run.startedAt());
        return List.of(
                day + ", preset " + run.plan().settings().name(),
                subject.version().trials().size() + " trials, grade " + run.grade());
    }

    String report() {
        return run.id().value();
    }

    String ledger() {
        String ledger = input.anchor().ledger();
        return "ledger " + ledger.substring(0, Math.min(8, ledger.length())) + ", event "
                + input.anchor().seq();
    }

    String ledgerHash() {
        return "head "
                + input.anchor()
                        .hash()
                        .substring(0, Math.min(16, input.anchor().hash().length()));
    }

    String software() {
        return "Joulemark " + input.softwareVersion();
    }

    /** What limits the statement, printed on it and never hidden. */
    List<String> limits() {
        List<String> limits = new ArrayList<>();
        if (!run.plan().settings().reportable()) {
            limits.add("not for reporting (" + run.plan().settings().name() + " preset)");
        }
        if (figure("energy.gross.wh1000") instanceof Quantity quantity
                && quantity.worst().compareTo(Provenance.ESTIMATED) >= 0) {
            limits.add("energy estimated");
        }
        if (subject.version().accuracy() == null) {
            limits.add("accuracy not measured");
        }
        limits.add("unsigned");
        return limits;
    }

    /** What the QR code holds: under 200 bytes, checked offline against the history. */
    String payload() {
        String statement = Digest.sha256(String.join("\n", statementLines())).substring(0, 32);
        return "JM1:" + run.id() + ":" + statement + ":" + input.anchor().ledger() + "/"
                + input.anchor().seq() + "/" + input.anchor().hash();
    }

    private List<String> statementLines() {
        List<String> all = new ArrayList<>(List.of(model(), energy(), energyUncertainty(), boundary()));
        all.addAll(identity());
        lines().forEach(line -> all.add(line.name() + "|" + String.join("|", line.values())));
        return all;
    }

    private String sentence(String metric) {
        return FigureText.ENGLISH.sentence(figure(metric));
    }

    private Figure figure(String metric) {
        return Rows.figure(input.comparison(), metric, subject);
    }
}
