package org.joulemark.app.ui.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.jspecify.annotations.Nullable;

/** Binds the choice of versions: those compared, and the runs to pick from. */
final class ChooserController {
    private final CompareViewModel model;
    private final Texts texts;

    @FXML
    private ListView<Contender> picked;

    @FXML
    private Button baseline;

    @FXML
    private Button up;

    @FXML
    private Button down;

    @FXML
    private Button remove;

    @FXML
    private TextField filter;

    @FXML
    private TreeView<ChooserItem> runs;

    @FXML
    private Label none;

    ChooserController(CompareViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        picked.setPlaceholder(new Label(texts.get("chooser.nothing")));
        picked.setCellFactory(_ -> new PickedCell(texts));
        model.picked().allProperty().subscribe(this::showPicked);
        ObservableValue<Boolean> nothing =
                Bindings.isNull(picked.getSelectionModel().selectedItemProperty());
        List.of(baseline, up, down, remove)
                .forEach(button -> button.disableProperty().bind(nothing));
        baseline.setOnAction(_ -> setBaseline());
        up.setOnAction(_ -> move(-1));
        down.setOnAction(_ -> move(1));
        remove.setOnAction(_ -> removeSelected());
        picked.addEventHandler(KeyEvent.KEY_PRESSED, this::steerPicked);
        filter.textProperty().bindBidirectional(model.chooser().filterProperty());
        runs.setRoot(new TreeItem<>(new ChooserItem.Nothing()));
        runs.setCellFactory(_ -> new ChooserCell(model.picked(), this::toggle));
        runs.addEventHandler(KeyEvent.KEY_PRESSED, this::steerRuns);
        model.chooser().runs().addListener((ListChangeListener<RunOffer>) _ -> showRuns());
        none.visibleProperty()
                .bind(Bindings.isEmpty(model.chooser().runs())
                        .and(model.chooser().lookedProperty()));
        none.managedProperty().bind(none.visibleProperty());
        showRuns();
    }

    void find() {
        filter.requestFocus();
        filter.selectAll();
    }

    void setBaseline() {
        String key = selected();
        if (key != null) {
            model.picked().setBaseline(key);
        }
    }

    void removeSelected() {
        String key = selected();
        if (key != null) {
            model.picked().remove(List.of(key));
        }
    }

    /** Makes the version of that key the one that commands work on. */
    void select(String key) {
        picked.getItems().stream()
                .filter(one -> Headings.key(one).equals(key))
                .findFirst()
                .ifPresent(picked.getSelectionModel()::select);
    }

    private void move(int by) {
        String key = selected();
        if (key != null) {
            model.picked().move(key, by);
        }
    }

    private @Nullable String selected() {
        Contender one = picked.getSelectionModel().getSelectedItem();
        return one == null ? null : Headings.key(one);
    }

    private void showPicked(List<Contender> versions) {
        String key = selected();
        picked.getItems().setAll(versions);
        if (key != null) {
            select(key);
        }
        runs.refresh();
    }

    private void showRuns() {
        List<TreeItem<ChooserItem>> items =
                model.chooser().runs().stream().map(this::item).toList();
        runs.getRoot().getChildren().setAll(items);
        if (!items.isEmpty()) {
            items.getFirst().setExpanded(true);
        }
    }

    private TreeItem<ChooserItem> item(RunOffer offer) {
        TreeItem<ChooserItem> item = new TreeItem<>(new ChooserItem.OfRun(offer));
        item.getChildren().add(new TreeItem<>(new ChooserItem.Nothing()));
        item.expandedProperty().subscribe(open -> {
            if (open) {
                model.chooser().versions(offer.id(), found -> fill(item, found));
            }
        });
        return item;
    }

    private static void fill(TreeItem<ChooserItem> run, List<Contender> versions) {
        run.getChildren()
                .setAll(versions.stream()
                        .map(one -> new TreeItem<ChooserItem>(new ChooserItem.OfVersion(one)))
                        .toList());
    }

    private void toggle(ChooserItem item) {
        switch (item) {
            case ChooserItem.Nothing _ -> {}
            case ChooserItem.OfRun(RunOffer offer) -> model.chooser().versions(offer.id(), this::toggle);
            case ChooserItem.OfVersion(Contender one) -> toggle(List.of(one));
        }
    }

    /** Those not compared yet are added; if all are, they are removed. */
    private void toggle(List<Contender> versions) {
        List<String> keys = versions.stream().map(Headings::key).toList();
        if (keys.stream().allMatch(model.picked()::contains)) {
            model.picked().remove(keys);
        } else {
            model.picked().add(versions);
        }
        runs.refresh();
    }

    private void steerPicked(KeyEvent event) {
        boolean plain = !event.isShortcutDown();
        switch (event.getCode()) {
            case KeyCode code when plain && code == KeyCode.B -> setBaseline();
            case KeyCode code when code == KeyCode.DELETE -> removeSelected();
            case KeyCode code when event.isAltDown() && code == KeyCode.UP -> move(-1);
            case KeyCode code when event.isAltDown() && code == KeyCode.DOWN -> move(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void steerRuns(KeyEvent event) {
        TreeItem<ChooserItem> item = runs.getSelectionModel().getSelectedItem();
        if (item == null) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            toggle(item.getValue());
            event.consume();
        } else if (event.getCode() == KeyCode.B
                && !event.isShortcutDown()
                && item.getValue() instanceof ChooserItem.OfVersion(Contender one)) {
            model.picked().setBaseline(Headings.key(one));
            event.consume();
        }
    }
}
