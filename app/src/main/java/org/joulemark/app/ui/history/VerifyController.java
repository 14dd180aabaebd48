package org.joulemark.app.ui.history;

import java.util.function.Consumer;
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
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.history.VerifyViewModel.State;

/** Binds the panel of the verification to its view model. */
final class VerifyController {
    /** Rows to see without scrolling. */
    private static final int MOST_ROWS = 5;

    private static final double ROW = 30;

    private final VerifyViewModel model;
    private final Runnable start;
    private final Consumer<VerifyFinding> lead;
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
    private ListView<VerifyFinding> details;

    @FXML
    private CheckBox recompute;

    @FXML
    private Label anchorName;

    @FXML
    private TextField anchor;

    @FXML
    private Button again;

    /** {@code start} verifies; {@code lead} goes to what a finding speaks of. */
    VerifyController(VerifyViewModel model, Runnable start, Consumer<VerifyFinding> lead, Texts texts) {
        this.model = model;
        this.start = start;
        this.lead = lead;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        var running = model.stateProperty().isEqualTo(State.RUNNING);
        show(panel, model.stateProperty().isNotEqualTo(State.IDLE));
        show(progress, running);
        show(verdict, running.not());
        show(details, Bindings.isNotEmpty(model.findings()));
        words.textProperty().bind(model.verdictProperty());
        stage.textProperty().bind(model.stageProperty());
        bar.progressProperty().bind(model.fractionProperty());
        details.setItems(model.findings());
        details.setCellFactory(_ -> new FindingCell(lead, texts));
        details.setOnKeyPressed(this::key);
        details.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(MOST_ROWS, model.findings().size()) * ROW + 4, model.findings()));
        details.minHeightProperty().bind(details.prefHeightProperty());
        recompute.selectedProperty().bindBidirectional(model.recomputeProperty());
        anchor.textProperty().bindBidirectional(model.anchorProperty());
        anchorName.setLabelFor(anchor);
        again.disableProperty().bind(running);
        model.stateProperty().subscribe(this::dress);
    }

    private void key(KeyEvent event) {
        VerifyFinding finding = details.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && finding != null) {
            lead.accept(finding);
            event.consume();
        }
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
