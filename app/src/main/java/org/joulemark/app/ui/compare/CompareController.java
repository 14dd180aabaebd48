package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;
import org.jspecify.annotations.Nullable;

/** Binds the view of Compare to its view model. */
final class CompareController {
    private static final String DIVIDER = "compare.divider";
    private static final double USUAL_DIVIDER = 0.56;

    private final CompareViewModel model;
    private final Desk desk;
    private final Texts texts;
    private final ChooserController chooser;
    private final SheetController table;
    private final ChartsController diagrams;
    private final TableCopies copies;
    private final CheckMenuItem all = new CheckMenuItem();

    @FXML
    private Button badge;

    @FXML
    private ProgressIndicator busy;

    @FXML
    private Label said;

    @FXML
    private ToggleButton differences;

    @FXML
    private ToggleButton transpose;

    @FXML
    private ToggleButton charts;

    @FXML
    private HBox tools;

    @FXML
    private MenuButton metrics;

    @FXML
    private MenuButton copy;

    @FXML
    private VBox noRuns;

    @FXML
    private Button toBench;

    @FXML
    private HBox split;

    @FXML
    private StackPane choosing;

    @FXML
    private VBox nothingChosen;

    @FXML
    private Button offer;

    @FXML
    private SplitPane results;

    @FXML
    private VBox reasons;

    @FXML
    private StackPane sheet;

    @FXML
    private TextField points;

    @FXML
    private Label price;

    CompareController(CompareViewModel model, Desk desk, PlotServices services, Texts texts) {
        this.model = model;
        this.desk = desk;
        this.texts = texts;
        this.chooser = new ChooserController(model, texts);
        this.table = new SheetController(model, texts, chooser::select);
        this.diagrams = new ChartsController(model, services, desk.words(), texts);
        this.copies = new TableCopies(model);
    }

    @FXML
    private void initialize() {
        choosing.getChildren().setAll(ViewLoader.load(chooser, texts));
        sheet.getChildren().setAll(ViewLoader.load(table, texts));
        showWhen(noRuns, CompareViewModel.State.NO_RUNS);
        showWhen(nothingChosen, CompareViewModel.State.NOTHING_CHOSEN);
        showWhen(results, CompareViewModel.State.COMPARING);
        split.visibleProperty().bind(model.stateProperty().isNotEqualTo(CompareViewModel.State.NO_RUNS));
        showWhen(tools, CompareViewModel.State.COMPARING);
        busy.visibleProperty().bind(model.busyProperty());
        toBench.setOnAction(_ -> desk.navigation().open(Place.BENCH));
        bindTableSwitches();
        bindCharts();
        bindOffer();
        bindBadge();
        bindPrice();
        fillMenus();
    }

    private void showWhen(Node node, CompareViewModel.State state) {
        node.visibleProperty().bind(model.stateProperty().isEqualTo(state));
        node.managedProperty().bind(node.visibleProperty());
    }

    private void bindTableSwitches() {
        differences.setOnAction(_ -> model.table().differencesOnly(differences.isSelected()));
        all.setText(texts.get("command.all"));
        all.setOnAction(_ -> model.table().allMetrics(all.isSelected()));
        transpose.setOnAction(_ -> model.table().transposed(transpose.isSelected()));
        model.table().choiceProperty().subscribe(choice -> {
            differences.setSelected(choice.differencesOnly());
            all.setSelected(choice.allMetrics());
            transpose.setSelected(choice.transposed());
            for (MenuItem item : metrics.getItems()) {
                if (item instanceof CheckMenuItem check && check.getId() != null) {
                    check.setSelected(choice.metrics().contains(check.getId()));
                }
            }
        });
    }

    private void bindCharts() {
        Parent view = ViewLoader.load(diagrams, texts);
        charts.selectedProperty().bindBidirectional(model.charts().shownProperty());
        model.charts().shownProperty().subscribe(shown -> {
            if (shown) {
                results.getItems().add(view);
                results.setDividerPositions(desk.preferences().number(DIVIDER, USUAL_DIVIDER));
            } else {
                results.getItems().remove(view);
            }
        });
    }

    /** Remembers where the user left the divider. */
    void remember() {
        if (model.charts().shownProperty().get()) {
            desk.preferences().set(DIVIDER, Double.toString(results.getDividerPositions()[0]));
        }
    }

    private void bindOffer() {
        offer.setOnAction(_ -> model.chooseLast());
        model.lastCompletedProperty().subscribe(last -> {
            offer.setVisible(last != null);
            offer.setText(last == null ? "" : texts.format("nothing.offer", last.title()));
        });
    }

    private void bindBadge() {
        reasons.setVisible(false);
        reasons.managedProperty().bind(reasons.visibleProperty());
        reasons.setMinHeight(VBox.USE_PREF_SIZE);
        badge.setOnAction(_ -> reasons.setVisible(!reasons.isVisible()));
        model.comparedProperty().subscribe(this::showBadge);
    }

    private void showBadge(@Nullable Compared compared) {
        badge.setVisible(compared != null && compared.contenders().size() > 1);
        reasons.getChildren().clear();
        if (compared == null) {
            return;
        }
        Badge.State state = compared.badge().state();
        badge.setText(texts.get("badge." + state.key()));
        badge.getStyleClass().setAll("button", "badge", state.style());
        compared.badge().obstacles().forEach(text -> reasons.getChildren().add(line(texts.said(text), "warn")));
        compared.comparison().notes().forEach(text -> reasons.getChildren().add(line(texts.said(text), "quiet")));
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void bindPrice() {
        TextFormatter<Double> formatter = new TextFormatter<>(new PointsConverter(
                desk.language(), model.price().pointsProperty().get()));
        points.setTextFormatter(formatter);
        formatter.setValue(model.price().pointsProperty().get());
        formatter.valueProperty().subscribe(value -> {
            if (value != null) {
                model.price().pointsProperty().set(value);
            }
        });
        price.textProperty().bind(model.price().lineProperty());
    }

    private void fillMenus() {
        List<MenuItem> items = new ArrayList<>();
        MenuItem usual = new MenuItem(texts.get("metrics.usual"));
        usual.setOnAction(_ -> model.table().usualMetrics());
        items.add(all);
        items.add(usual);
        items.add(new SeparatorMenuItem());
        Metrics.ALL.forEach(metric -> items.add(check(metric)));
        metrics.getItems().setAll(items);
        copy.getItems().setAll(copying().stream().map(CompareController::item).toList());
        copy.disableProperty().bind(comparing().not());
    }

    private CheckMenuItem check(Metric metric) {
        CheckMenuItem item = new CheckMenuItem(desk.words().metricWithUnit(metric));
        item.setId(metric.id());
        item.setSelected(model.table().choiceProperty().get().metrics().contains(metric.id()));
        item.setOnAction(_ -> model.table().metric(metric.id(), item.isSelected()));
        return item;
    }

    private static MenuItem item(Command command) {
        MenuItem item = new MenuItem(command.title());
        item.setOnAction(_ -> command.action().run());
        return item;
    }

    private BooleanBinding comparing() {
        return model.stateProperty().isEqualTo(CompareViewModel.State.COMPARING);
    }

    /** What can be done here. */
    List<Command> commands() {
        ObservableBooleanValue comparing = comparing();
        List<Command> commands = new ArrayList<>(List.of(
                command("baseline", "Shortcut+B", "baseline", chooser::setBaseline, comparing),
                command("remove", "", "remove", chooser::removeSelected, comparing),
                command("differences", "Shortcut+D", "filter", differences::fire, comparing),
                command(
                        "all",
                        "Shortcut+Shift+A",
                        "table",
                        () -> model.table().allMetrics(!all.isSelected()),
                        comparing),
                command("transpose", "Shortcut+T", "swap", transpose::fire, comparing),
                command("charts", "Shortcut+G", "", charts::fire, comparing)));
        commands.addAll(copying());
        commands.addAll(List.of(
                command("find", "Shortcut+F", "search", chooser::find, Bindings.createBooleanBinding(() -> true)),
                command(
                        "last",
                        "Shortcut+L",
                        "history",
                        model::chooseLast,
                        model.lastCompletedProperty().isNotNull()),
                command("report", "", "reports", model::report, comparing)));
        return commands;
    }

    private List<Command> copying() {
        ObservableBooleanValue comparing = comparing();
        return List.of(
                command("markdown", "Shortcut+Shift+C", "copy", () -> copied("markdown", copies::markdown), comparing),
                command("csv", "Shortcut+Shift+S", "copy", () -> copied("csv", copies::csv), comparing),
                command(
                        "picture",
                        "Shortcut+Shift+P",
                        "copy",
                        () -> copied("picture", () -> copies.picture(Objects.requireNonNull(sheet.getScene()))),
                        comparing));
    }

    private void copied(String what, Runnable work) {
        work.run();
        said.setText(texts.get("copied." + what));
    }

    private Command command(String key, String keys, String icon, Runnable action, ObservableBooleanValue enabled) {
        return new Command(texts.get("command." + key), keys, icon, action, enabled);
    }
}
