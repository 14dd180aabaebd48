package org.joulemark.app.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.SensorInfo;

/** Columns of the tables that tell of one run. */
final class DetailTables {
    private static final double FIGURE = 190;
    private final Texts texts;

    DetailTables(Texts texts) {
        this.texts = texts;
    }

    /** Metrics as rows, versions as columns. */
    void figures(TableView<FigureLine> table, RunDetail.Results results) {
        List<TableColumn<FigureLine, FigureLine>> columns = new ArrayList<>();
        columns.add(new TextColumn<>(texts.get("versions.metric"), 350, FigureLine::metric).tip(FigureLine::formula));
        for (int i = 0; i < results.labels().size(); i++) {
            int at = i;
            columns.add(new TextColumn<FigureLine>(
                            results.labels().get(i),
                            FIGURE,
                            line -> line.cells().get(at).text())
                    .numbers()
                    .quiet(line -> line.cells().get(at).absent())
                    .tip(line -> line.cells().get(at).explanation())
                    .fit(results.figures()));
        }
        table.getColumns().setAll(columns);
        table.setItems(FXCollections.observableArrayList(results.figures()));
    }

    /** Trials and idle baselines; one column of energy a sensor. */
    void trials(TableView<TrialLine> table, RunDetail detail) {
        List<TableColumn<TrialLine, TrialLine>> columns = new ArrayList<>();
        columns.add(trial("start", 84, line -> line.columns().start()).numbers());
        columns.add(trial("what", 180, TrialLine::what));
        columns.add(trial("order", 64, TrialLine::order));
        columns.add(trial("window", 78, line -> line.columns().window()).numbers());
        columns.add(trial("calls", 80, line -> line.columns().calls()).numbers());
        columns.add(trial("p50", 92, line -> line.columns().p50()).numbers());
        columns.add(trial("p99", 92, line -> line.columns().p99()).numbers());
        var run = detail.run();
        List<SensorInfo> sensors = run == null ? List.of() : run.setting().sensors();
        sensors.forEach(
                sensor -> columns.add(energy(sensor).fit(detail.results().windows())));
        columns.add(trial("cpu", 130, line -> line.columns().cpu()).numbers());
        columns.add(trial("findings", 300, TrialLine::findings).tip(TrialLine::findings));
        table.getColumns().setAll(columns);
        table.setItems(FXCollections.observableArrayList(detail.results().windows()));
    }

    /** Sensors with what they cover and whether they count. */
    void sensors(TableView<SensorLine> table) {
        table.getColumns()
                .setAll(List.of(
                        sensor("name", 210, SensorLine::name),
                        sensor("device", 76, SensorLine::device),
                        sensor("scope", 110, SensorLine::scope),
                        sensor("provenance", 120, SensorLine::provenance),
                        sensor("period", 84, SensorLine::period).numbers(),
                        sensor("uncertainty", 76, SensorLine::uncertainty).numbers(),
                        sensor("counts", 300, SensorLine::counts)));
    }

    /** Readings of one sensor. */
    void readings(TableView<ReadingLine> table) {
        table.getColumns()
                .setAll(List.of(
                        reading("time", 100, ReadingLine::time).numbers(),
                        reading("raw", 160, ReadingLine::raw).numbers(),
                        reading("watts", 110, ReadingLine::watts).numbers(),
                        reading("window", 240, ReadingLine::window),
                        reading("missing", 220, ReadingLine::missing)));
    }

    /** Entries of the ledger. */
    void events(TableView<EventLine> table) {
        table.getColumns()
                .setAll(List.of(
                        event("seq", 52, line -> Long.toString(line.seq())).numbers(),
                        event("time", 162, EventLine::time).tip(EventLine::utc),
                        event("kind", 120, EventLine::kind),
                        event("actor", 90, EventLine::actor),
                        event(
                                        "hash",
                                        150,
                                        line -> line.hash()
                                                .substring(
                                                        0,
                                                        Math.min(16, line.hash().length())))
                                .mono()
                                .tip(EventLine::hash)));
    }

    /** Tells the explanation of the cell that is chosen, for those who do not point. */
    static <S> void explain(TableView<S> table, Consumer<String> words) {
        table.getSelectionModel().setCellSelectionEnabled(true);
        InvalidationListener chosen = _ -> words.accept(table.getSelectionModel().getSelectedCells().stream()
                .findFirst()
                .map(cell -> explanation(table, cell))
                .orElse(""));
        table.getSelectionModel().getSelectedCells().addListener(chosen);
    }

    private static <S> String explanation(TableView<S> table, TablePosition<?, ?> cell) {
        boolean there = cell.getRow() >= 0 && cell.getRow() < table.getItems().size();
        return there && cell.getTableColumn() instanceof TextColumn<?> text
                ? text.explain(cell.getRow()).strip().replace("\n", " · ")
                : "";
    }

    private TextColumn<TrialLine> energy(SensorInfo sensor) {
        String id = sensor.id().value();
        FigureLine.Cell none = new FigureLine.Cell("", "", true);
        return new TextColumn<TrialLine>(
                        sensor.counted() ? sensor.name() : texts.format("trials.not-counted", sensor.name()),
                        170,
                        line -> line.energies().getOrDefault(id, none).text())
                .numbers()
                .quiet(line -> line.energies().getOrDefault(id, none).absent())
                .tip(line -> line.energies().getOrDefault(id, none).explanation());
    }

    private TextColumn<TrialLine> trial(String key, double width, Function<TrialLine, String> text) {
        return new TextColumn<>(texts.get("trials." + key), width, text)
                .tip(_ -> texts.get("trials." + key + ".tip", ""));
    }

    private TextColumn<SensorLine> sensor(String key, double width, Function<SensorLine, String> text) {
        return new TextColumn<>(texts.get("sensors." + key), width, text).tip(SensorLine::explanation);
    }

    private TextColumn<ReadingLine> reading(String key, double width, Function<ReadingLine, String> text) {
        return new TextColumn<>(texts.get("readings." + key), width, text);
    }

    private TextColumn<EventLine> event(String key, double width, Function<EventLine, String> text) {
        return new TextColumn<>(texts.get("events." + key), width, text);
    }
}
