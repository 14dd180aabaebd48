package org.joulemark.app.ui.bench;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** One model on the bench: tick, name, what it is, whether it runs. */
final class ModelCell extends ListCell<ModelRow> {
    private static final double SIDES = 44;
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Texts texts;

    ModelCell(Texts texts) {
        this.texts = texts;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ModelRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(row == null || empty ? null : view(row));
    }

    private Node view(ModelRow row) {
        CheckBox chosen = new CheckBox();
        chosen.selectedProperty().bindBidirectional(row.chosenProperty());
        chosen.disableProperty().bind(row.stateProperty().isEqualTo(ModelRow.State.REFUSED));
        chosen.setAccessibleText(
                texts.format("models.takes-part", row.nameProperty().get()));
        TextField name = new TextField();
        name.getStyleClass().add("model-name");
        name.setAccessibleText(texts.get("models.name"));
        name.textProperty().bindBidirectional(row.nameProperty());
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox head = new HBox(6, name);
        if (getIndex() == 0) {
            Label badge = new Label(texts.get("models.baseline"));
            badge.getStyleClass().add("badge");
            badge.setMinWidth(Label.USE_PREF_SIZE);
            head.getChildren().add(badge);
        }
        VBox words =
                new VBox(head, line(row.signatureProperty(), "quiet"), line(row.costProperty(), "quiet"), state(row));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.prefWidthProperty().bind(getListView().widthProperty().subtract(SIDES));
        words.maxWidthProperty().bind(words.prefWidthProperty());
        HBox box = new HBox(chosen, words);
        box.getStyleClass().add("model-row");
        return box;
    }

    private Label state(ModelRow row) {
        Label label = line(
                Bindings.createStringBinding(() -> stateWords(row), row.stateProperty(), row.reasonProperty()),
                "quiet");
        row.stateProperty().subscribe(now -> {
            label.pseudoClassStateChanged(REFUSED, now == ModelRow.State.REFUSED);
            label.getStyleClass().removeAll(List.of("bad"));
            if (now == ModelRow.State.REFUSED) {
                label.getStyleClass().add("bad");
            }
        });
        return label;
    }

    private String stateWords(ModelRow row) {
        return switch (row.stateProperty().get()) {
            case READING -> "… " + texts.get("models.reading");
            case TRYING -> "… " + texts.get("models.trying");
            case READY -> "✓ " + row.reasonProperty().get();
            case UNTRIED -> "– " + row.reasonProperty().get();
            case REFUSED ->
                "✕ " + texts.format("models.refused", row.reasonProperty().get());
        };
    }

    private static Label line(StringProperty text, String style) {
        return line(Bindings.createStringBinding(text::get, text), style);
    }

    private static Label line(ObservableValue<String> text, String style) {
        Label label = new Label();
        label.getStyleClass().addAll("small-text", style);
        label.textProperty().bind(text);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(text);
        label.setTooltip(whole);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}
