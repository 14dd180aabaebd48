package org.joulemark.app.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;

/** Sensors or providers, one under the other: state, what it is, why not, and the exact remedy to copy. */
public final class FindingList extends VBox {
    /** Nothing found yet. */
    public FindingList() {
        getStyleClass().add("findings");
    }

    /** Follows {@code findings}; {@code copy} puts a remedy on the clipboard. */
    void follow(ObservableList<Finding> findings, Texts texts, Consumer<Finding> copy) {
        ListChangeListener<Finding> show = _ -> show(findings, texts, copy);
        findings.addListener(show);
        show(findings, texts, copy);
    }

    private void show(List<Finding> findings, Texts texts, Consumer<Finding> copy) {
        getChildren()
                .setAll(findings.stream().map(one -> card(one, texts, copy)).toList());
    }

    private static Node card(Finding finding, Texts texts, Consumer<Finding> copy) {
        Label mark = new Label(finding.kind().mark());
        mark.getStyleClass().add("finding-mark");
        Label name = wrapped(finding.name(), "finding-name");
        HBox.setHgrow(name, Priority.ALWAYS);
        Label state = new Label(finding.state());
        state.getStyleClass().add("finding-state");
        state.setMinWidth(USE_PREF_SIZE);
        VBox text = new VBox(new HBox(name, state));
        text.getStyleClass().add("finding-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        if (!finding.facts().isEmpty()) {
            text.getChildren().add(wrapped(finding.facts(), "finding-facts"));
        }
        if (!finding.why().isEmpty()) {
            text.getChildren().add(wrapped(finding.why(), "finding-why"));
        }
        if (!finding.remedy().isEmpty()) {
            text.getChildren().add(remedy(finding, texts, copy));
        }
        HBox card = new HBox(mark, text);
        card.getStyleClass().addAll("finding", finding.kind().name().toLowerCase(Locale.ROOT));
        card.setFocusTraversable(true);
        card.setAccessibleText(
                String.join(". ", finding.name(), finding.state(), finding.facts(), finding.why(), finding.remedy()));
        return card;
    }

    private static Node remedy(Finding finding, Texts texts, Consumer<Finding> copy) {
        Label line = wrapped(finding.remedy(), "remedy");
        line.getStyleClass().add("mono");
        HBox.setHgrow(line, Priority.ALWAYS);
        Button button = new Button(texts.get("copy"), new Icon("copy"));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.format("copy.remedy", finding.name()));
        button.setOnAction(_ -> copy.accept(finding));
        HBox row = new HBox(line, button);
        row.getStyleClass().add("remedy-row");
        return row;
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        return label;
    }
}
