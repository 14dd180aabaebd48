package org.joulemark.app.ui.bench;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.joulemark.app.ui.fx.Texts;

/** Binds the list of models. */
final class ModelsController {
    private final BenchViewModel bench;
    private final Texts texts;

    @FXML
    private ListView<ModelRow> list;

    @FXML
    private Button remove;

    ModelsController(BenchViewModel bench, Texts texts) {
        this.bench = bench;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        list.setItems(bench.models().rows());
        list.setCellFactory(_ -> new ModelCell(texts));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                remove();
            }
        });
        remove.disableProperty().bind(Bindings.isEmpty(list.getSelectionModel().getSelectedItems()));
    }

    /** Lets the user choose models. */
    @FXML
    void add() {
        bench.open(bench.desk().outside().open(texts.get("models.add"), "ONNX", List.of("*.onnx")));
    }

    /** Takes the selected models away. */
    @FXML
    void remove() {
        bench.models().remove(List.copyOf(list.getSelectionModel().getSelectedItems()));
    }

    /** Makes the selected model the baseline. */
    void makeBaseline() {
        ModelRow row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            bench.models().makeBaseline(row);
            list.getSelectionModel().clearAndSelect(0);
        }
    }

    @FXML
    private void family() {
        bench.runBundledFamily();
    }
}
