package org.joulemark.app.ui.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.TableColumns;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.model.ObserverCost;
import org.joulemark.engine.model.Run;
import org.joulemark.reports.FigureScale;
import org.jspecify.annotations.Nullable;

/** Binds the table of results. */
final class ResultsController {
    /** Letters of a state; what went wrong is longer, and told when pointed at. */
    private static final int MOST_STATE = 24;

    private final BenchViewModel bench;
    private final ResultColumns columnChoice;
    private final Texts texts;
    private TableColumn<ResultRow, ResultRow> state = new TableColumn<>();
    private final Map<Metric, TableColumn<ResultRow, ResultRow>> metrics = new LinkedHashMap<>();

    @FXML
    private TableView<ResultRow> table;

    @FXML
    private MenuButton columns;

    @FXML
    private Label grade;

    @FXML
    private Label notes;

    @FXML
    private Label absent;

    @FXML
    private Button compare;

    @FXML
    private Button report;

    ResultsController(BenchViewModel bench, Texts texts) {
        this.bench = bench;
        this.texts = texts;
        this.columnChoice = new ResultColumns(bench.desk().preferences());
    }

    @FXML
    private void initialize() {
        table.setItems(bench.results().rows());
        TableColumn<ResultRow, ResultRow> version = column(texts.get("results.version"), 138);
        version.setCellFactory(_ -> new ResultNameCell());
        state = column(texts.get("results.state"), 0);
        state.setCellFactory(_ -> new ResultStateCell());
        table.getColumns().add(version);
        table.getColumns().add(state);
        ResultColumns.all().forEach(this::addMetric);
        bench.results().runProperty().subscribe(this::show);
        bench.results().rows().subscribe(this::units);
        units();
    }

    /** A column's unit follows its figures; what has no figure is told once below the table. */
    private void units() {
        Words words = bench.desk().words();
        metrics.forEach((metric, column) -> show(metric, column, words));
        TableColumns.fit(state, TableColumns.width(state.getText(), states()));
        table.refresh();
        List<Metric> shown =
                metrics.keySet().stream().filter(columnChoice::shown).toList();
        String below = Stream.concat(
                        Stream.of(bench.results().noticed()), bench.results().whyAbsent(shown, words).stream())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        absent.setText(below);
        absent.setManaged(!below.isEmpty());
    }

    /** A mark and a blank stand before each. */
    private Stream<String> states() {
        return bench.results().rows().stream()
                .map(row -> "▸ " + row.words())
                .filter(words -> words.length() < MOST_STATE);
    }

    private void show(Metric metric, TableColumn<ResultRow, ResultRow> column, Words words) {
        FigureScale scale = bench.results().scale(metric);
        column.setText(words.shortMetric(metric, scale));
        Stream<String> cells = bench.results().rows().stream()
                .map(row -> words.figures().withUncertainty(row.figure(metric.id()), scale));
        TableColumns.fit(column, TableColumns.width(column.getText(), cells));
    }

    private void addMetric(Metric metric) {
        TableColumn<ResultRow, ResultRow> column = column("", 0);
        column.setCellFactory(_ -> new FigureCell(
                metric, bench.desk().words(), () -> bench.results().scale(metric)));
        column.setVisible(columnChoice.shown(metric));
        table.getColumns().add(column);
        metrics.put(metric, column);
        CheckMenuItem item = new CheckMenuItem(bench.desk().words().metric(metric));
        item.setSelected(column.isVisible());
        item.selectedProperty().subscribe(wanted -> {
            column.setVisible(wanted);
            columnChoice.show(metric, wanted);
            units();
        });
        columns.getItems().add(item);
    }

    private static TableColumn<ResultRow, ResultRow> column(String title, double width) {
        TableColumn<ResultRow, ResultRow> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private void show(@Nullable Run run) {
        boolean over = run != null;
        compare.setDisable(!over);
        report.setDisable(!over);
        grade.setText(run == null ? "" : gradeWords(run));
        grade.setTooltip(run == null ? null : new Tooltip(gradeWords(run)));
        notes.setText(run == null ? "" : observer(run.evidence().observer()));
        notes.setManaged(over);
    }

    private String gradeWords(Run run) {
        String letter = run.judgement().grade().name();
        return run.judgement().reasons().isEmpty()
                ? texts.format("results.grade.plain", letter)
                : texts.format(
                        "results.grade",
                        letter,
                        run.judgement().reasons().stream().map(texts::said).collect(Collectors.joining("; ")));
    }

    private String observer(ObserverCost cost) {
        if (cost.hostCpuSeconds() < 0 || cost.trialNanos() == 0) {
            return "";
        }
        double seconds = cost.trialNanos() / 1e9;
        return texts.format(
                "results.observer",
                cost.hostCpuSeconds(),
                seconds,
                100 * cost.hostCpuSeconds() / seconds,
                Math.max(0, cost.samplerCpuSeconds()));
    }

    @FXML
    private void compare() {
        bench.compare();
    }

    @FXML
    private void report() {
        bench.report();
    }
}
