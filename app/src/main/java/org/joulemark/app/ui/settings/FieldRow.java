package org.joulemark.app.ui.settings;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A field with its name before it and, below it in words, what is wrong with what was typed. */
public final class FieldRow extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final Label name = new Label();
    private final TextField field = new TextField();
    private final Label problem = new Label();

    /** An empty field. */
    public FieldRow() {
        getStyleClass().add("field-row");
        name.getStyleClass().add("field-name");
        name.setLabelFor(field);
        problem.getStyleClass().addAll("field-problem", "bad");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        problem.managedProperty().bind(problem.visibleProperty());
        VBox right = new VBox(field, problem);
        setHgrow(right, Priority.ALWAYS);
        getChildren().setAll(name, right);
        field.accessibleTextProperty().bind(name.textProperty());
        idProperty().subscribe(id -> field.setId(id == null ? null : id + "Field"));
    }

    /** Name of the field. */
    public String getLabel() {
        return name.getText();
    }

    /** Names the field. */
    public void setLabel(String text) {
        name.setText(text);
    }

    /** What may stand in it. */
    public String getPrompt() {
        return field.getPromptText();
    }

    /** Says what may stand in it. */
    public void setPrompt(String text) {
        field.setPromptText(text);
        field.setTooltip(new Tooltip(text));
    }

    /** Shows and changes {@code text}; {@code wrong} is said below it unless empty. */
    void bind(StringProperty text, ObservableStringValue wrong) {
        field.textProperty().bindBidirectional(text);
        problem.textProperty().bind(Bindings.concat("✕ ", wrong));
        problem.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> !wrong.get().isEmpty(), wrong));
        problem.visibleProperty().subscribe(there -> field.pseudoClassStateChanged(WRONG, there));
        field.accessibleHelpProperty().bind(wrong);
    }

    /** Puts the keyboard here. */
    void focusField() {
        field.requestFocus();
    }
}
