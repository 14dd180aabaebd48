package org.joulemark.app.ui.shell;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Job;
import org.joulemark.app.ui.desk.Notice;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** Binds the window to what goes on: the place shown, its menu, notices, and the status bar. */
final class ShellController {
    private final Desk desk;
    private final Places places;
    private final WindowCommands commands;
    private final Texts texts;
    private final ToggleGroup sides = new ToggleGroup();
    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    private final Menu here = new Menu();
    private @Nullable CommandPalette palette;

    @FXML
    private StackPane root;

    @FXML
    private MenuBar menus;

    @FXML
    private StackPane notices;

    @FXML
    private VBox sideBar;

    @FXML
    private StackPane stage;

    @FXML
    private Label sensors;

    @FXML
    private Label jobStage;

    @FXML
    private Label jobLeft;

    @FXML
    private ProgressBar jobProgress;

    ShellController(Desk desk, Places places, WindowCommands commands) {
        this.desk = desk;
        this.places = places;
        this.commands = commands;
        this.texts = desk.texts(ShellController.class);
    }

    @FXML
    private void initialize() {
        palette = new CommandPalette(root, this::allCommands, texts);
        here.setText(texts.get("menu.place"));
        menus.getMenus()
                .setAll(
                        CommandMenu.of(texts.get("menu.file"), commands.file()),
                        CommandMenu.of(texts.get("menu.edit"), commands.edit(this::openPalette)),
                        here,
                        CommandMenu.of(texts.get("menu.view"), commands.view()),
                        CommandMenu.of(texts.get("menu.help"), commands.help()));
        for (Place place : Place.values()) {
            sideBar.getChildren().add(button(place));
        }
        CommandMenu.fill(here, List.of());
        desk.notices().all().addListener((ListChangeListener<Notice>) _ -> showNotices());
        bindStatus(desk.job());
    }

    /** The window is on the screen: shows the place, and from now on every place gone to. */
    void opened() {
        desk.navigation().placeProperty().subscribe(this::show);
    }

    private void openPalette() {
        if (palette != null) {
            palette.open();
        }
    }

    private ToggleButton button(Place place) {
        ToggleButton button = new ToggleButton(texts.get("place." + place.key()), new Icon(place.key()));
        button.setId("place-" + place.key());
        button.setToggleGroup(sides);
        button.setTooltip(new Tooltip("Ctrl+" + place.number()));
        button.setOnAction(_ -> {
            // A second click must not leave the window without a place.
            button.setSelected(true);
            desk.navigation().open(place);
        });
        buttons.put(place, button);
        return button;
    }

    private void show(Place place) {
        PlaceView shown = places.get(place);
        desk.notices().leave();
        stage.getChildren().setAll(shown.view());
        CommandMenu.fill(here, shown.commands());
        shown.shown();
        ToggleButton button = buttons.get(place);
        if (button != null) {
            button.setSelected(true);
        }
    }

    /** What can be done here, in the window, and in every other place, which is gone to first. */
    private List<Command> allCommands() {
        Place now = desk.navigation().placeProperty().get();
        Stream<Command> window = Stream.of(
                        places.get(now).commands(),
                        commands.file(),
                        commands.edit(this::openPalette),
                        commands.view(),
                        commands.help())
                .flatMap(List::stream);
        Stream<Command> elsewhere = Arrays.stream(Place.values())
                .filter(place -> place != now)
                .flatMap(place -> places.get(place).commands().stream().map(command -> in(place, command)));
        return Stream.concat(window, elsewhere).toList();
    }

    /** Its keys mean something else, or nothing, until one is there. */
    private Command in(Place place, Command command) {
        return new Command(
                texts.format("palette.in", texts.get("place." + place.key()), command.title()),
                "",
                command.icon(),
                () -> {
                    desk.navigation().open(place);
                    command.action().run();
                },
                command.enabled());
    }

    /** The newest; those before it come as it is dismissed. */
    private void showNotices() {
        List<Notice> all = desk.notices().all();
        String dismiss =
                all.size() < 2 ? texts.get("notice.dismiss") : texts.format("notice.dismiss.more", all.size() - 1);
        notices.getChildren()
                .setAll(all.stream()
                        .limit(1)
                        .map(notice -> new NoticeBar(
                                notice, dismiss, () -> desk.notices().dismiss(notice)))
                        .toList());
    }

    private void bindStatus(Job job) {
        sensors.textProperty().bind(job.sensorsProperty());
        jobStage.textProperty().bind(job.stageProperty());
        jobProgress.progressProperty().bind(job.fractionProperty());
        jobLeft.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> job.timeLeftProperty().get().isEmpty()
                                ? ""
                                : texts.format(
                                        "status.left", job.timeLeftProperty().get()),
                        job.timeLeftProperty()));
        jobProgress.visibleProperty().bind(job.runningProperty());
        job.runningProperty()
                .subscribe(running -> root.pseudoClassStateChanged(PseudoClass.getPseudoClass("running"), running));
    }
}
