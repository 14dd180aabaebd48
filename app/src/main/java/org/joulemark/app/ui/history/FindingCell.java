package org.joulemark.app.ui.history;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** One thing a verification found, in full, with the way to the event it speaks of. */
final class FindingCell extends ListCell<VerifyFinding> {
    private final Consumer<VerifyFinding> lead;
    private final Texts texts;

    FindingCell(Consumer<VerifyFinding> lead, Texts texts) {
        this.lead = lead;
        this.texts = texts;
        // As wide as the list, so that long sentences wrap and are not cut.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable VerifyFinding finding, boolean empty) {
        super.updateItem(finding, empty);
        setText(null);
        setGraphic(finding == null || empty ? null : row(finding));
        setTooltip(finding == null || empty ? null : TextColumn.tooltip(finding.event()));
    }

    private Node row(VerifyFinding finding) {
        Label words = new Label(texts.said(finding.text()));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(new Icon(finding.problem() ? "error" : "info"), words);
        row.getStyleClass().add("verify-finding");
        if (finding.problem()) {
            row.getStyleClass().add("problem");
        }
        if (finding.leads()) {
            Hyperlink way = new Hyperlink(texts.format("verify.go", finding.seq()));
            way.setMinWidth(Region.USE_PREF_SIZE);
            way.setTooltip(new Tooltip(texts.get("verify.go.tip")));
            way.setOnAction(_ -> lead.accept(finding));
            row.getChildren().add(way);
        }
        return row;
    }
}
