package org.joulemark.app.ui.history;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.history.HistoryDoor.Mode;
import org.joulemark.app.ui.plot.PlotServices;
import org.jspecify.annotations.Nullable;

/** Binds the view of History to its view model. */
final class HistoryController {
    private static final String DIVIDER = "history.divider";

    private final Desk desk;
    private final HistoryViewModel model;
    private final Texts texts;
    private final RunDetailController detailController;

    @FXML
    private TextField search;

    @FXML
    private ComboBox<StatusChoice> status;

    @FXML
    private DatePicker from;

    @FXML
    private DatePicker until;

    @FXML
    private Label count;

    @FXML
    private ProgressIndicator busy;

    @FXML
    private Button verify;

    @FXML
    private HBox auditBar;

    @FXML
    private Label auditWords;

    @FXML
    private HBox troubleBar;

    @FXML
    private Label trouble;

    @FXML
    private StackPane verifyPane;

    @FXML
    private SplitPane split;

    @FXML
    private TableView<RunRow> runs;

    @FXML
    private StackPane detail;

    @FXML
    private VBox emptyState;

    HistoryController(Desk desk, HistoryViewModel model, PlotServices plots) {
        this.desk = desk;
        this.model = model;
        this.texts = desk.texts(HistoryController.class);
        this.detailController = new RunDetailController(model, texts, plots, this::export);
    }

    @FXML
    private void initialize() {
        detail.getChildren().setAll(ViewLoader.load(detailController, texts));
        verifyPane
                .getChildren()
                .setAll(ViewLoader.load(
                        new VerifyController(model.verify(), model::startVerify, model::lead, texts), texts));
        bindSearch();
        bindBanners();
        RunTableView table = new RunTableView(runs, model, texts);
        ColumnMemory.attach(runs, desk.preferences(), "history.columns");
        table.bind();
        runs.setContextMenu(menu());
        runs.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        rememberDivider(desk.preferences());
    }

    private void bindSearch() {
        search.textProperty().bindBidirectional(model.list().textProperty());
        status.getItems().setAll(StatusChoice.values());
        status.setConverter(new StatusWords(texts));
        status.valueProperty().bindBidirectional(model.list().statusProperty());
        from.setConverter(new IsoDays());
        until.setConverter(new IsoDays());
        from.valueProperty().bindBidirectional(model.list().fromProperty());
        until.valueProperty().bindBidirectional(model.list().untilProperty());
        count.textProperty().bind(model.list().countProperty());
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                runs.requestFocus();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
            }
        });
    }

    private void bindBanners() {
        show(busy, model.busyProperty());
        show(auditBar, model.modeProperty().isEqualTo(Mode.AUDIT));
        auditWords
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.format("audit.words", model.fileProperty().get()), model.fileProperty()));
        show(
                troubleBar,
                Bindings.createBooleanBinding(
                        () -> !words().isEmpty(),
                        model.troubleProperty(),
                        model.list().troubleProperty()));
        trouble.textProperty()
                .bind(Bindings.createStringBinding(
                        this::words, model.troubleProperty(), model.list().troubleProperty()));
        ObservableBooleanValue nothing = Bindings.createBooleanBinding(
                () -> model.emptyProperty().get()
                        && !model.busyProperty().get()
                        && model.troubleProperty().get().isEmpty(),
                model.emptyProperty(),
                model.busyProperty(),
                model.troubleProperty());
        emptyState.visibleProperty().bind(nothing);
        split.visibleProperty().bind(emptyState.visibleProperty().not());
        verify.disableProperty().bind(model.fileProperty().isEmpty());
    }

    private String words() {
        return (model.troubleProperty().get() + " "
                        + model.list().troubleProperty().get())
                .strip();
    }

    private void rememberDivider(Preferences preferences) {
        split.setDividerPositions(Math.clamp(preferences.number(DIVIDER, 0.42), 0.1, 0.9));
        split.getDividers()
                .getFirst()
                .positionProperty()
                .addListener(
                        (_, _, now) -> preferences.set(DIVIDER, String.format(Locale.ROOT, "%.3f", now.doubleValue())));
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && model.usable()) {
            model.compare();
            event.consume();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown() && !event.isShiftDown()) {
            copyIds();
            event.consume();
        }
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setOnShowing(_ -> menu.getItems()
                .setAll(chosenCommands().stream().map(HistoryController::item).toList()));
        // A context menu without items is never shown, so that it could not fill itself.
        menu.getItems()
                .setAll(chosenCommands().stream().map(HistoryController::item).toList());
        return menu;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title(), new Icon(command.icon()));
        item.setDisable(!command.enabled().get());
        item.setOnAction(_ -> command.action().run());
        return item;
    }

    /** What can be done in this place. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        commands.add(new Command(texts.get("action.find"), "Shortcut+F", "search", search::requestFocus));
        commands.add(new Command(texts.get("action.refresh"), "Shortcut+R", "", model::refresh));
        commands.addAll(chosenCommands());
        commands.add(new Command(
                texts.get("action.verify"),
                "Shortcut+Shift+V",
                "shield",
                model::startVerify,
                model.fileProperty().isNotEmpty()));
        commands.add(new Command(texts.get("action.audit"), "Shortcut+Shift+O", "lock", this::audit));
        commands.add(new Command(
                texts.get("audit.back"),
                "",
                "history",
                model::backToOwn,
                model.modeProperty().isEqualTo(Mode.AUDIT)));
        return List.copyOf(commands);
    }

    private List<Command> chosenCommands() {
        ObservableBooleanValue any =
                Bindings.createBooleanBinding(() -> !model.ids().isEmpty(), model.chosenProperty());
        ObservableBooleanValue usable =
                Bindings.createBooleanBinding(model::usable, model.chosenProperty(), model.modeProperty());
        return List.of(
                new Command(texts.get("action.compare"), "", "compare", model::compare, usable),
                new Command(texts.get("action.report"), "", "reports", model::report, usable),
                new Command(texts.get("action.export"), "Shortcut+E", "export", this::export, any),
                new Command(texts.get("action.copy-id"), "Shortcut+Shift+I", "copy", this::copyIds, any),
                new Command(texts.get("action.detail"), "Shortcut+D", "", detailController::focus, any));
    }

    @FXML
    private void verify() {
        model.startVerify();
    }

    @FXML
    private void audit() {
        desk.outside().open(texts.get("audit.title"), texts.get("audit.files"), List.of("*.db")).stream()
                .findFirst()
                .ifPresent(model::audit);
    }

    @FXML
    private void backToOwn() {
        model.backToOwn();
    }

    @FXML
    private void retry() {
        model.refresh();
    }

    @FXML
    private void showAll() {
        model.list().showAll();
    }

    @FXML
    private void toBench() {
        desk.navigation().open(Place.BENCH);
    }

    private void export() {
        if (!model.ids().isEmpty()) {
            Path suggested = desk.workbench().dataFolder().resolve(model.ids().getFirst() + ".json");
            desk.outside().save(texts.get("export.title"), suggested).ifPresent(model::export);
        }
    }

    private void copyIds() {
        RunDetailController.copy(String.join("\n", model.ids()));
    }

    private static void show(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    /** Words for how a run ended. */
    private static final class StatusWords extends StringConverter<StatusChoice> {
        private final Texts texts;

        StatusWords(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(@Nullable StatusChoice choice) {
            return choice == null ? "" : texts.get("choice." + choice.key());
        }

        @Override
        public StatusChoice fromString(String text) {
            return StatusChoice.ALL;
        }
    }

    /** Days as 2026-11-21; anything else is no day. */
    private static final class IsoDays extends StringConverter<LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
