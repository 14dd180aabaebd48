package org.joulemark.app.ui.history;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.history.VerifyViewModel.State;

/** Binds the panel of the verification to its view model. */
final class VerifyController {
    private static final double ROW = 26;
    private static final int MOST_ROWS = 5;

    private final VerifyViewModel model;
    private final Runnable start;
    private final Texts texts;

    @FXML
    private VBox panel;

    @FXML
    private HBox verdict;

    @FXML
    private Icon icon;

    @FXML
    private Label words;

    @FXML
    private HBox progress;

    @FXML
    private Label stage;

    @FXML
    private ProgressBar bar;

    @FXML
    private Button cancel;

    @FXML
    private ListView<String> details;

    @FXML
    private CheckBox recompute;

    @FXML
    private Label anchorName;

    @FXML
    private TextField anchor;

    @FXML
    private Button again;

    VerifyController(VerifyViewModel model, Runnable start, Texts texts) {
        this.model = model;
        this.start = start;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        var running = model.stateProperty().isEqualTo(State.RUNNING);
        show(panel, model.stateProperty().isNotEqualTo(State.IDLE));
        show(progress, running);
        show(verdict, running.not());
        show(details, Bindings.isNotEmpty(model.details()));
        words.textProperty().bind(model.verdictProperty());
        stage.textProperty().bind(model.stageProperty());
        bar.progressProperty().bind(model.fractionProperty());
        details.setItems(model.details());
        details.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(MOST_ROWS, model.details().size()) * ROW + 4, model.details()));
        recompute.selectedProperty().bindBidirectional(model.recomputeProperty());
        anchor.textProperty().bindBidirectional(model.anchorProperty());
        anchorName.setLabelFor(anchor);
        again.disableProperty().bind(running);
        model.stateProperty().subscribe(this::dress);
    }

    @FXML
    private void start() {
        start.run();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void close() {
        model.reset();
    }

    private void dress(State state) {
        for (State each : State.values()) {
            panel.pseudoClassStateChanged(PseudoClass.getPseudoClass(each.key()), each == state);
        }
        icon.setName(
                switch (state) {
                    case HOLDS -> "ok";
                    case BROKEN -> "error";
                    case UNDECIDED -> "warning";
                    case IDLE, RUNNING -> "";
                });
        panel.setAccessibleText(
                texts.get("verify.title") + ": " + model.verdictProperty().get());
        cancel.setCancelButton(state == State.RUNNING);
    }

    private static void show(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }
}
