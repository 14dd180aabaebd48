package org.joulemark.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Trial;
import org.joulemark.reports.excel.WorkbookReport;
import org.joulemark.reports.label.SvgLabel;
import org.junit.jupiter.api.Test;

/**
 * The energy of a noisy run, computed from its trials without any of our statistics, is what metric, JSON, label and
 * workbook say: they would differ severalfold if one of them averaged the trials' ratios.
 */
class OneEstimatorEverywhereTest {
    private static final String ENERGY = "energy.gross.wh1000";

    private final ReportInput input = noisy(new SampleInput().build());
    private final Contender subject = input.subject();

    /** The same run, in which the machine was ten times slower in some trials and drew what it liked. */
    private static ReportInput noisy(ReportInput calm) {
        Run run = calm.subject().run();
        try {
            JsonNode tree = RecordJson.tree(RecordJson.canonicalBytes(run));
            tree.path("versions").forEach(OneEstimatorEverywhereTest::disturb);
            Run noisy = RecordJson.read(tree, Run.class);
            List<Contender> contenders = noisy.versions().stream()
                    .map(version -> new Contender(noisy, version))
                    .toList();
            return new ReportInput(
                    Comparisons.of(contenders, new NoEvidence()),
                    contenders.getLast(),
                    calm.anchor(),
                    calm.generatedAt(),
                    calm.softwareVersion());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Twenty-four trials of the three: enough that the energy of so noisy a version can be told from zero. */
    private static void disturb(JsonNode version) {
        ArrayNode trials = (ArrayNode) version.path("trials");
        int known = trials.size();
        for (int at = 0; at < 8 * known; at++) {
            ObjectNode trial = trials.path(at % known).deepCopy();
            trial.put("block", at);
            trial.put("calls", Long.toString(40_000L + 200_000L * (at % known)));
            ObjectNode energy = (ObjectNode) trial.path("energies").path(0).path("energy");
            energy.put("value", energy.path("value").asDouble() * (1 + 0.3 * (at % 2)));
            trials.add(trial);
        }
        for (int at = 0; at < known; at++) {
            trials.remove(0);
        }
    }

    private double joules() {
        double joules = 0;
        for (Trial trial : subject.version().trials()) {
            joules += ((Quantity) trial.energies().getFirst().energy()).value();
        }
        return joules;
    }

    private double inferences() {
        double inferences = 0;
        for (Trial trial : subject.version().trials()) {
            inferences += trial.calls() * trial.batchSize();
        }
        return inferences;
    }

    private double wattHoursPer1000() {
        return joules() / inferences() * 1000 / 3600;
    }

    private double meanOfRatios() {
        return subject.version().trials().stream()
                        .mapToDouble(
                                trial -> ((Quantity) trial.energies().getFirst().energy()).value() / trial.calls())
                        .average()
                        .orElseThrow()
                * 1000
                / 3600;
    }

    private Quantity stated() {
        return (Quantity) Metrics.byId(ENERGY).orElseThrow().of(subject);
    }

    @Test
    void theMetricIsTheRatioOfSums() {
        assertThat(meanOfRatios() / wattHoursPer1000()).isGreaterThan(1.5);
        assertThat(stated().value()).isCloseTo(wattHoursPer1000(), within(wattHoursPer1000() * 1e-9));
        assertThat(((Quantity) Rows.figure(input.comparison(), ENERGY, subject)).value())
                .isEqualTo(stated().value());
    }

    @Test
    void jsonSaysTheSame() throws Exception {
        Map<String, Figure> figures = Metrics.figures(subject);
        double value = RecordJson.tree(RecordJson.canonicalBytes(figures))
                .path(ENERGY)
                .path("value")
                .asDouble();
        assertThat(value).isCloseTo(wattHoursPer1000(), within(wattHoursPer1000() * 1e-9));
    }

    @Test
    void theLabelPrintsIt() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SvgLabel().write(input, out);
        Quantity second = new Quantity(
                wattHoursPer1000(),
                stated().unit(),
                stated().standardUncertainty(),
                null,
                stated().shares(),
                false,
                null,
                null);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(">" + FigureText.ENGLISH.value(second, FigureScale.of(second)) + " µWh<");
    }

    @Test
    void theWorkbookCalculatesItAndStatesIt() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WorkbookReport().write(input, out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Row row = StreamSupport.stream(workbook.getSheet("Calculation").spliterator(), false)
                    .filter(this::isOfTheSubject)
                    .findFirst()
                    .orElseThrow();
            assertThat(holds(row, CellType.FORMULA, wattHoursPer1000()))
                    .as("calculated")
                    .isTrue();
            assertThat(holds(row, CellType.NUMERIC, wattHoursPer1000()))
                    .as("stated")
                    .isTrue();
        }
    }

    private boolean isOfTheSubject(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .anyMatch(cell -> cell.getStringCellValue()
                        .toLowerCase(Locale.ROOT)
                        .startsWith(subject.label().toLowerCase(Locale.ROOT)));
    }

    /** Whether a cell holds the value in its unit or with a prefix of it, to 1e-9. */
    private static boolean holds(Row row, CellType type, double value) {
        for (Cell cell : row) {
            boolean number = cell.getCellType() == type
                    && (type == CellType.NUMERIC || cell.getCachedFormulaResultType() == CellType.NUMERIC);
            for (double prefix = 1e-9; number && prefix < 1e4; prefix *= 1e3) {
                double ratio = cell.getNumericCellValue() * prefix / value;
                if (Math.abs(ratio - 1) <= 1e-9) {
                    return true;
                }
            }
        }
        return false;
    }

    /** No answers are compared here. */
    private static final class NoEvidence implements Evidence {
        @Override
        public SensorTrace trace(BlobId id) throws IOException {
            throw new IOException("no trace");
        }

        @Override
        public LatencySeries latencies(BlobId id) throws IOException {
            throw new IOException("no latencies");
        }

        @Override
        public Predictions predictions(BlobId id) throws IOException {
            throw new IOException("no answers");
        }
    }
}
