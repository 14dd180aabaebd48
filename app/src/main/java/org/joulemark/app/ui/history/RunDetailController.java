package org.joulemark.app.ui.history;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.plot.PlotServices;
import org.jspecify.annotations.Nullable;

/** Binds the view of one run to its view model. */
final class RunDetailController {
    private static final double HEADER = 34;
    private static final double SENSOR = 26;
    private static final int MOST_SENSORS = 6;

    private final HistoryViewModel history;
    private final RunDetailViewModel model;
    private final Texts texts;
    private final Runnable exporting;
    private final DetailTables tables;
    private final TracePane trace;
    private final FactColumns overviewFacts = new FactColumns();
    private final FactColumns machineFacts = new FactColumns();

    @FXML
    private Label nothing;

    @FXML
    private VBox content;

    @FXML
    private Icon statusIcon;

    @FXML
    private Label title;

    @FXML
    private Label summary;

    @FXML
    private Button compare;

    @FXML
    private Button report;

    @FXML
    private HBox troubleBar;

    @FXML
    private Label trouble;

    @FXML
    private TabPane tabs;

    @FXML
    private ScrollPane overview;

    @FXML
    private TableView<FigureLine> figures;

    @FXML
    private Label explanation;

    @FXML
    private ListView<VersionNote> notes;

    @FXML
    private TableView<TrialLine> trials;

    @FXML
    private Label trialExplanation;

    @FXML
    private Tab traceTab;

    @FXML
    private Tab eventsTab;

    @FXML
    private ToggleButton asReadings;

    @FXML
    private Label sensorName;

    @FXML
    private ComboBox<TraceViewModel.Trace> sensor;

    @FXML
    private Label traceTrouble;

    @FXML
    private StackPane plot;

    @FXML
    private TableView<ReadingLine> readings;

    @FXML
    private ScrollPane machine;

    @FXML
    private TableView<SensorLine> sensors;

    @FXML
    private TableView<EventLine> events;

    @FXML
    private Label eventName;

    @FXML
    private Button copyHash;

    @FXML
    private Button copyBody;

    @FXML
    private ListView<String> body;

    RunDetailController(HistoryViewModel history, Texts texts, PlotServices plots, Runnable exporting) {
        this.history = history;
        this.model = history.detail();
        this.texts = texts;
        this.exporting = exporting;
        this.tables = new DetailTables(texts);
        this.trace = new TracePane(texts.get("trace.title"), plots);
    }

    @FXML
    private void initialize() {
        overview.setContent(overviewFacts);
        machine.setContent(machineFacts);
        content.managedProperty().bind(content.visibleProperty());
        troubleBar.managedProperty().bind(troubleBar.visibleProperty());
        troubleBar.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        trouble.textProperty().bind(model.troubleProperty());
        tables.sensors(sensors);
        tables.readings(readings);
        tables.events(events);
        DetailTables.explain(figures, words -> explanation.setText(hint(words)));
        DetailTables.explain(trials, words -> trialExplanation.setText(hint(words)));
        explanation.setText(hint(""));
        trialExplanation.setText(hint(""));
        notes.setCellFactory(_ -> new NoteCell());
        body.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        bindTraces();
        events.getSelectionModel().selectedItemProperty().subscribe(this::showEvent);
        model.detailProperty().subscribe(this::show);
        model.troubleProperty().subscribe(_ -> showWhetherAny());
        history.chosenProperty().subscribe(_ -> enableActions());
        traceTab.selectedProperty().subscribe(_ -> readTraces());
        history.eventToShowProperty().subscribe(_ -> showWantedEvent());
    }

    /** Shows the entry that was asked for, once its run is there. */
    private void showWantedEvent() {
        long wanted = history.eventToShowProperty().get();
        events.getItems().stream()
                .filter(line -> wanted > 0 && line.seq() == wanted)
                .findFirst()
                .ifPresent(line -> {
                    history.eventToShowProperty().set(0);
                    tabs.getSelectionModel().select(eventsTab);
                    events.getSelectionModel().select(line);
                    events.scrollTo(line);
                });
    }

    private String hint(String words) {
        return words.isEmpty() ? texts.get("detail.hint") : words;
    }

    private void bindTraces() {
        for (Node node : List.of(readings, sensor, sensorName)) {
            node.visibleProperty().bind(asReadings.selectedProperty());
            node.managedProperty().bind(asReadings.selectedProperty());
        }
        plot.visibleProperty().bind(asReadings.selectedProperty().not());
        plot.managedProperty().bind(plot.visibleProperty());
        model.traces().timelineProperty().subscribe(timeline -> trace.show(plot, timeline));
        sensorName.setLabelFor(sensor);
        sensor.setConverter(new SensorNames());
        traceTrouble.textProperty().bind(model.traces().troubleProperty());
        model.traces().tracesProperty().subscribe(traces -> {
            sensor.setItems(FXCollections.observableArrayList(traces));
            sensor.getSelectionModel().selectFirst();
        });
        sensor.valueProperty()
                .subscribe(chosen -> readings.setItems(
                        chosen == null
                                ? FXCollections.observableArrayList()
                                : FXCollections.observableList(chosen.lines())));
    }

    private void readTraces() {
        if (traceTab.isSelected()) {
            model.readTraces();
        }
    }

    private void showWhetherAny() {
        boolean any = model.detailProperty().get() != null
                || !model.troubleProperty().get().isEmpty();
        content.setVisible(any);
        nothing.setVisible(!any);
    }

    private void show(@Nullable RunDetail detail) {
        showWhetherAny();
        enableActions();
        if (detail == null) {
            title.setText("");
            summary.setText("");
            return;
        }
        StatusGlyph glyph = StatusGlyph.of(detail.row().status());
        statusIcon.setName(glyph.icon());
        statusIcon.getStyleClass().setAll("icon", glyph.styleClass());
        title.setText(detail.row().id());
        summary.setText(detail.row().names().status() + grade(detail));
        overviewFacts.show(detail.overview());
        machineFacts.show(detail.machine());
        tables.figures(figures, detail.results());
        tables.trials(trials, detail);
        notes.setItems(FXCollections.observableArrayList(detail.results().notes()));
        notes.setVisible(!detail.results().notes().isEmpty());
        notes.setManaged(notes.isVisible());
        sensors.setItems(FXCollections.observableArrayList(detail.sensors()));
        sensors.setPrefHeight(HEADER + Math.clamp(detail.sensors().size(), 1, MOST_SENSORS) * SENSOR);
        sensors.setMinHeight(sensors.getPrefHeight());
        events.setItems(FXCollections.observableArrayList(detail.events()));
        events.getSelectionModel().selectFirst();
        showWantedEvent();
        readTraces();
    }

    private String grade(RunDetail detail) {
        return detail.row().grade() == null
                ? ""
                : " · "
                        + texts.format(
                                "grade.short", Objects.toString(detail.row().grade()));
    }

    private void enableActions() {
        compare.setDisable(!history.usable());
        report.setDisable(!history.usable());
    }

    private void showEvent(@Nullable EventLine event) {
        copyHash.setDisable(event == null);
        copyBody.setDisable(event == null);
        body.getItems().clear();
        eventName.setText(event == null ? "" : texts.format("event.name", event.seq(), event.kind()));
        if (event != null) {
            model.pretty(event, lines -> {
                if (event.equals(events.getSelectionModel().getSelectedItem())) {
                    body.getItems().setAll(lines);
                }
            });
        }
    }

    @FXML
    private void compare() {
        history.compare();
    }

    @FXML
    private void report() {
        history.report();
    }

    @FXML
    private void export() {
        exporting.run();
    }

    @FXML
    private void copyId() {
        copy(history.ids().stream().collect(Collectors.joining("\n")));
    }

    @FXML
    private void copyHash() {
        EventLine event = events.getSelectionModel().getSelectedItem();
        if (event != null) {
            copy(event.hash());
        }
    }

    @FXML
    private void copyBody() {
        List<String> chosen = body.getSelectionModel().getSelectedItems();
        copy(String.join("\n", chosen.size() > 1 ? chosen : body.getItems()));
    }

    /** Puts text on the clipboard. */
    static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Moves the keyboard to the tabs. */
    void focus() {
        tabs.requestFocus();
    }

    /** Names sensors by what people call them. */
    private static final class SensorNames extends StringConverter<TraceViewModel.Trace> {
        @Override
        public String toString(TraceViewModel.@Nullable Trace trace) {
            return trace == null ? "" : trace.sensor().name();
        }

        @Override
        public TraceViewModel.@Nullable Trace fromString(String text) {
            return null;
        }
    }

    /** What was noticed of a version, with a drawing for its weight. */
    private static final class NoteCell extends ListCell<VersionNote> {
        @Override
        protected void updateItem(@Nullable VersionNote note, boolean empty) {
            super.updateItem(note, empty);
            if (empty || note == null) {
                setText("");
                setGraphic(null);
                setTooltip(null);
                return;
            }
            Node icon = new Icon(
                    switch (note.severity()) {
                        case NOTE -> "info";
                        case WARNING -> "warning";
                        case INVALID -> "error";
                    });
            setGraphic(icon);
            setText(note.version() + ": " + note.text());
            setTooltip(TextColumn.tooltip(note.explanation()));
        }
    }
}
