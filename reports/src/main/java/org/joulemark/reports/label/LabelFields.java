package org.joulemark.reports.label;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.Head;
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
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Task;
import org.joulemark.reports.Boundary;
import org.joulemark.reports.Cautions;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;
import org.joulemark.reports.Gases;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.Rows;
import org.jspecify.annotations.Nullable;

/** What a label says, in the order of the statement; the same text goes to every format. */
final class LabelFields {
    static final String TITLE = "AI model energy & carbon measurement statement";
    static final String NO_CERTIFICATE = "Measurement statement – not a certification";

    private static final String ENERGY = "energy.gross.wh1000";
    private static final String PER_1000 = " per 1,000";
    private static final List<String> PERCENTILES = List.of("p50", "p95", "p99");
    private static final FigureText TEXT = FigureText.ENGLISH;

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
        return List.of("SHA-256 " + facts.id().value().substring(0, 12) + " · ONNX opset "
                + Objects.toString(facts.opsets().get("ai.onnx"), "?")
                + (weights.isEmpty() ? "" : " · weights " + weights));
    }

    /** What forbids or limits the use of the whole statement, to be read first. */
    List<String> warnings() {
        return Cautions.of(run);
    }

    /** The energy with its unit, or that there is none to print large. */
    String headline() {
        return switch (figure(ENERGY)) {
            case Absent _ -> "no energy";
            case Quantity quantity when !quantity.resolved() -> "not resolved";
            case Quantity quantity -> TEXT.value(quantity, scale(quantity)) + " " + unit(quantity);
        };
    }

    String underHeadline() {
        return switch (figure(ENERGY)) {
            case Absent absent -> absent.why();
            case Quantity quantity
            when !quantity.resolved() ->
                TEXT.value(quantity, scale(quantity)) + " " + unit(quantity) + PER_1000 + ": "
                        + TEXT.phrases().why(quantity);
            case Quantity quantity -> ("per 1,000 inferences " + uncertainty(quantity)).strip();
        };
    }

    private static String uncertainty(Quantity quantity) {
        String stated = quantity.standardUncertainty() == 0
                ? ""
                : TEXT.uncertainty(quantity, scale(quantity)) + " " + unit(quantity) + " (k = 2)";
        String leftOut = quantity.notCovered();
        return leftOut == null ? stated : (stated + " (" + leftOut + ")").strip();
    }

    private static FigureScale scale(Quantity quantity) {
        return FigureScale.of(quantity);
    }

    /** Its prefixed unit without "per 1,000", which is said in words. */
    private static String unit(Quantity quantity) {
        return scale(quantity).bareSymbol();
    }

    List<String> boundary() {
        String how = figure(ENERGY) instanceof Quantity quantity
                ? quantity.shares().keySet().stream()
                        .sorted()
                        .map(LabelFields::words)
                        .collect(Collectors.joining(" and "))
                : "not measured";
        return List.of(
                "Boundary: device " + subject.version().configuration().device() + ", gross, " + how + " ("
                        + Boundary.covered(subject) + ")",
                "Not included: " + Boundary.notCovered(subject));
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
        lines.add(new Line("Latency", latency()));
        lines.add(new Line("Throughput", List.of(throughput())));
        lines.add(new Line("Operational " + gases(), carbon()));
        lines.add(new Line("Embodied CO2e", List.of("not assessed")));
        lines.add(new Line("Hardware", List.of(run.setting().machine().cpuName(), hardware())));
        lines.add(new Line("Runtime", runtime()));
        lines.add(new Line("Measured", measured()));
        return lines;
    }

    private List<String> data() {
        DatasetFacts data = run.setting().dataset();
        Configuration configuration = subject.version().configuration();
        String unit = "unit: 1 inference, batch " + configuration.batchSize();
        return data == null
                ? List.of("no evaluation set; inputs made up", unit)
                : List.of(
                        task(data.task()) + ", " + data.name(),
                        "SHA-256 " + data.sha256().substring(0, 12),
                        unit);
    }

    private static String task(Task task) {
        return switch (task) {
            case CLASSIFICATION -> "classification";
            case REGRESSION -> "regression";
            case UNLABELLED -> "rows without labels";
        };
    }

    private String quality() {
        AccuracyResult accuracy = subject.version().accuracy();
        if (accuracy == null) {
            return "accuracy not measured";
        }
        Long correct = accuracy.correct();
        return correct == null
                ? "RMSE " + sentence("accuracy.rmse") + ", n = " + accuracy.rows()
                : "top-1 %s %% (%d of %d)"
                        .formatted(TEXT.withUncertainty(figure("accuracy.top1")), correct, accuracy.rows());
    }

    private String throughput() {
        return figure("throughput") instanceof Quantity quantity
                ? TEXT.withUncertainty(quantity) + " inferences a second" + notCovered(quantity)
                : sentence("throughput");
    }

    private List<String> carbon() {
        Site site = run.setting().site();
        EmissionFactor factor = site == null ? null : site.factor();
        if (site == null || factor == null) {
            return List.of("not computed: " + (site == null ? "no site given" : site.noFactorBecause()));
        }
        Figure carbon = figure("co2e.1000");
        List<String> lines = new ArrayList<>(List.of(per1000(carbon).replace("CO2e", gases())));
        // A limit has no ± of which something could be said.
        if (carbon instanceof Quantity quantity && quantity.resolved() && quantity.notCovered() != null) {
            lines.add(quantity.notCovered());
        }
        lines.addAll(List.of(
                "%s, %s %s g/kWh, %s%s"
                        .formatted(
                                factor.methodWords(),
                                factor.geography(),
                                plain(factor.gramsPerKilowattHour()),
                                factor.boundary().words(),
                                Gases.words(factor)),
                factor.publisher() + ", " + factor.year() + (factor.fileSha256().isEmpty() ? " as entered" : ""),
                "on facility energy " + per1000(figure("energy.facility.wh1000")) + " (PUE " + plain(site.pue())
                        + overhead(site) + ")"));
        return lines;
    }

    private String gases() {
        EmissionFactor factor = factor();
        return factor == null ? "CO2e" : Gases.of(factor);
    }

    private @Nullable EmissionFactor factor() {
        return run.setting().site() == null ? null : run.setting().site().factor();
    }

    private static String per1000(Figure figure) {
        return switch (figure) {
            case Absent absent -> absent.why();
            case Quantity quantity ->
                (quantity.resolved()
                                ? TEXT.withUncertainty(quantity, scale(quantity))
                                : TEXT.phrases().notResolved() + ", " + TEXT.value(quantity, scale(quantity)))
                        + " " + unit(quantity) + PER_1000;
        };
    }

    private String hardware() {
        return "%d threads, %.0f GiB%s"
                .formatted(
                        run.setting().machine().logicalCores(),
                        run.setting().machine().memoryBytes() / (double) (1L << 30),
                        run.setting().machine().virtualMachine().isEmpty() ? "" : ", virtual machine");
    }

    private List<String> runtime() {
        Configuration configuration = subject.version().configuration();
        return List.of("ONNX Runtime " + run.setting().software().onnxRuntime() + ", " + configuration.provider() + ", "
                + configuration.intraOpThreads()
                + (configuration.intraOpThreads() == 1 ? " thread" : " threads"));
    }

    private List<String> latency() {
        List<Figure> figures = PERCENTILES.stream().map(this::percentile).toList();
        List<String> lines = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        for (int i = 0; i < figures.size(); i++) {
            switch (figures.get(i)) {
                case Absent absent -> notes.add(PERCENTILES.get(i) + ": " + absent.why());
                case Quantity quantity -> {
                    // Each in the unit in which tables show it, a metric a row.
                    FigureScale scale = scale(quantity);
                    lines.add(PERCENTILES.get(i) + " " + TEXT.withUncertainty(quantity, scale) + " " + scale.symbol());
                    Stream.ofNullable(quantity.notCovered()).forEach(notes::add);
                }
            }
        }
        // What holds for several of them is said once.
        lines.addAll(notes);
        return lines;
    }

    private Figure percentile(String name) {
        return figure("latency." + name);
    }

    private static String notCovered(Quantity quantity) {
        return quantity.notCovered() == null ? "" : " (" + quantity.notCovered() + ")";
    }

    /** Without a fraction of nothing: "329", as in the workbook. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String overhead(Site site) {
        return Sites.withoutPue(site.pueSource()) ? ", none stated" : "";
    }

    private List<String> measured() {
        String day = DateTimeFormatter.ISO_LOCAL_DATE
                .withZone(ZoneOffset.UTC)
                .format(run.setting().startedAt());
        return List.of(
                day + ", preset " + run.plan().settings().name(),
                subject.version().trials().size() + " trials, grade "
                        + run.judgement().grade());
    }

    /** Where it can be looked up: run, head of the history in the form that "history verify --head" takes, program. */
    List<String> foot() {
        return List.of(
                "run " + run.id().value(),
                "head "
                        + new Head(
                                        input.anchor().ledger(),
                                        input.anchor().seq(),
                                        input.anchor().hash())
                                .shortText(),
                "Joulemark " + input.softwareVersion());
    }

    /** What limits the statement, printed on it and never hidden. */
    String limits() {
        List<String> limits = new ArrayList<>();
        if (figure(ENERGY) instanceof Quantity quantity && quantity.worst().compareTo(Provenance.ESTIMATED) >= 0) {
            limits.add("energy estimated");
        }
        if (figure(ENERGY) instanceof Quantity) {
            limits.add(Cautions.foreignLoad(subject).orElse("other programs' energy inside, not in ±"));
        }
        EmissionFactor factor = factor();
        if (factor != null && !factor.note().isEmpty()) {
            limits.add("factor: " + factor.note());
        }
        if (subject.version().accuracy() == null) {
            limits.add("accuracy not measured");
        }
        limits.add("unsigned");
        return "Limits: " + String.join(" · ", limits);
    }

    /** What the QR code holds: under 200 bytes, checked offline against the history. */
    String payload() {
        return "JM1:" + run.id() + ":" + Digest.sha256(statement()).substring(0, 32) + ":"
                + input.anchor().ledger() + "/" + input.anchor().seq() + "/"
                + input.anchor().hash();
    }

    /** Every printed line in the order of the page: what the hash in the code is taken of. */
    String statement() {
        List<String> all = new ArrayList<>(warnings());
        all.add(TITLE);
        all.add(model());
        all.addAll(identity());
        all.add(headline());
        all.add(underHeadline());
        all.addAll(boundary());
        lines().forEach(line -> all.add(line.name() + ": " + String.join(", ", line.values())));
        all.addAll(foot());
        all.add(limits());
        all.add(NO_CERTIFICATE);
        return String.join("\n", all);
    }

    private String sentence(String metric) {
        return TEXT.sentence(figure(metric));
    }

    private Figure figure(String metric) {
        return Rows.figure(input.comparison(), metric, subject);
    }
}
