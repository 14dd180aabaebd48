package org.joulemark.app.ui.reports;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** Binds the view of Reports to its view model. */
final class ReportsController {
    private final ReportsViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final ToggleGroup formats = new ToggleGroup();

    @FXML
    private SplitPane content;

    @FXML
    private VBox empty;

    @FXML
    private Label problem;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker to;

    @FXML
    private ComboBox<Optional<String>> site;

    @FXML
    private Label found;

    @FXML
    private TableView<RunChoice> runs;

    @FXML
    private TableView<VersionChoice> versions;

    @FXML
    private ComboBox<VersionChoice> baseline;

    @FXML
    private ComboBox<VersionChoice> subject;

    @FXML
    private Label summary;

    @FXML
    private GapList gaps;

    @FXML
    private HBox formatButtons;

    @FXML
    private Button exportLabel;

    @FXML
    private Button exportWorkbook;

    @FXML
    private HBox progressRow;

    @FXML
    private Label stage;

    @FXML
    private HBox written;

    @FXML
    private Label writtenPath;

    @FXML
    private Button openFolder;

    @FXML
    private LabelPreview preview;

    @FXML
    private Label zoom;

    @FXML
    private ProgressBar working;

    ReportsController(ReportsViewModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.texts = desk.texts(ReportsController.class);
    }

    @FXML
    private void initialize() {
        bindStates();
        bindRuns();
        bindVersions();
        bindGaps();
        bindExports();
        preview.workWith(desk.tasks());
        model.pictureProperty().subscribe(preview::show);
        zoom.textProperty().bind(preview.zoomWordsProperty());
    }

    private void bindStates() {
        empty.visibleProperty().bind(model.runs().noneProperty());
        content.visibleProperty().bind(model.runs().noneProperty().not());
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        working.visibleProperty().bind(model.workingProperty());
    }

    private void bindRuns() {
        from.valueProperty().bindBidirectional(model.runs().fromProperty());
        to.valueProperty().bindBidirectional(model.runs().toProperty());
        site.setItems(model.runs().sites());
        site.setConverter(words(this::siteWords));
        site.valueProperty().bindBidirectional(model.runs().siteProperty());
        runs.setItems(model.runs().all());
        new ChoiceTables(texts, desk.words()).runs(runs);
        found.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.format(
                                "runs.found",
                                model.runs().all().size(),
                                model.runs().foundProperty().get()),
                        model.runs().foundProperty(),
                        model.runs().all()));
    }

    private String siteWords(Optional<String> wanted) {
        return wanted.map(id -> id.isEmpty() ? texts.get("site.none") : id).orElseGet(() -> texts.get("site.all"));
    }

    private void bindVersions() {
        versions.setItems(model.versions().all());
        new ChoiceTables(texts, desk.words()).versions(versions, model.versions());
        baseline.setItems(model.versions().all());
        baseline.valueProperty().bindBidirectional(model.versions().baselineProperty());
        subject.setItems(model.versions().all());
        subject.valueProperty().bindBidirectional(model.versions().subjectProperty());
    }

    private void bindGaps() {
        GapWords words = new GapWords(texts);
        ListChangeListener<Gap> show = _ -> {
            gaps.show(model.gaps(), words);
            summary.setText(words.summary(model.gaps()));
        };
        model.gaps().addListener(show);
    }

    private void bindExports() {
        for (LabelFormat format : LabelFormat.values()) {
            ToggleButton button = new ToggleButton(format.name());
            button.setId("format-" + format.key());
            button.getStyleClass().add(pill(format));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(formats);
            button.setOnAction(_ -> model.exports().formatProperty().set(format));
            model.exports().formatProperty().subscribe(chosen -> button.setSelected(chosen == format));
            formatButtons.getChildren().add(button);
        }
        // A second click on the format chosen must not leave none.
        formats.selectedToggleProperty().subscribe((was, now) -> {
            if (now == null && was != null) {
                was.setSelected(true);
            }
        });
        exportLabel.disableProperty().bind(model.ready().not());
        exportWorkbook.disableProperty().bind(model.ready().not());
        progressRow.visibleProperty().bind(model.exports().runningProperty());
        progressRow.managedProperty().bind(progressRow.visibleProperty());
        stage.textProperty().bind(model.exports().stageProperty());
        written.visibleProperty().bind(model.exports().writtenProperty().isNotNull());
        written.managedProperty().bind(written.visibleProperty());
        writtenPath.textProperty().bind(model.exports().writtenProperty().asString());
        model.exports()
                .writtenProperty()
                .subscribe(_ -> openFolder.setDisable(!model.exports().canShow()));
    }

    private static String pill(LabelFormat format) {
        return switch (format) {
            case SVG -> "left-pill";
            case PNG -> "center-pill";
            case PDF -> "right-pill";
        };
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("not typed");
            }
        };
    }

    @FXML
    private void refresh() {
        model.refresh();
    }

    @FXML
    private void widen() {
        model.widen();
    }

    @FXML
    private void exportLabel() {
        model.exportLabel();
    }

    @FXML
    private void exportWorkbook() {
        model.exportWorkbook();
    }

    @FXML
    private void openFolder() {
        model.exports().showFolder();
    }

    @FXML
    private void copyPath() {
        model.exports().copyPath();
    }

    @FXML
    private void zoomIn() {
        preview.zoomIn();
    }

    @FXML
    private void zoomOut() {
        preview.zoomOut();
    }

    @FXML
    private void fit() {
        preview.fit();
    }

    @FXML
    private void goToBench() {
        desk.navigation().open(Place.BENCH);
    }
}
