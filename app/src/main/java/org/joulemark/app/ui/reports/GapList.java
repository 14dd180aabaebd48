package org.joulemark.app.ui.reports;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.joulemark.engine.model.Severity;

/** The gaps of a report, one under the other: mark and word, what is missing, whom it concerns, how to mend it. */
public final class GapList extends VBox {
    private static final double TIP_WIDTH = 480;

    /** No gaps yet. */
    public GapList() {
        getStyleClass().add("gaps");
    }

    /** Shows these. */
    void show(List<Gap> gaps, GapWords words) {
        getChildren().setAll(gaps.stream().map(gap -> row(gap, words)).toList());
    }

    private static Node row(Gap gap, GapWords words) {
        Label mark = new Label(GapWords.glyph(gap.severity()));
        mark.getStyleClass().add("gap-mark");
        Label title = wrapped(words.title(gap), "gap-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        Label weight = new Label(words.severity(gap.severity()));
        weight.getStyleClass().add("gap-weight");
        weight.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(title, weight);
        head.getStyleClass().add("gap-head");
        VBox text = new VBox(head);
        text.getStyleClass().add("gap-text");
        String particulars = words.particulars(gap);
        if (!particulars.isEmpty()) {
            Label where = wrapped(particulars, "gap-where");
            Tooltip all = new Tooltip(words.everything(gap));
            all.setWrapText(true);
            all.setMaxWidth(TIP_WIDTH);
            where.setTooltip(all);
            text.getChildren().add(where);
        }
        text.getChildren().add(wrapped("→ " + words.mend(gap), "gap-mend"));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(mark, text);
        row.getStyleClass().addAll("gap", style(gap.severity()));
        row.setFocusTraversable(true);
        row.setAccessibleText(
                String.join(". ", words.severity(gap.severity()), words.title(gap), particulars, words.mend(gap)));
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

    private static String style(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
