package org.joulemark.app.ui.compare;

import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Title of a row, its unit below. */
final class HeadCell extends TableCell<Grid.Line, Grid.Head> {
    private final Label title = new Label();
    private final Label unit = new Label();
    private final VBox lines = new VBox(title, unit);
    private final Tooltip detail = new Tooltip();

    HeadCell() {
        getStyleClass().add("head-cell");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        unit.getStyleClass().addAll("unit", "quiet");
        lines.getStyleClass().add("head-lines");
        detail.setWrapText(true);
        detail.setMaxWidth(GridCell.TIP_WIDTH);
    }

    @Override
    protected void updateItem(Grid.@Nullable Head head, boolean empty) {
        super.updateItem(head, empty);
        if (empty || head == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        title.setText(head.title());
        unit.setText(head.unit());
        unit.setManaged(!head.unit().isEmpty());
        detail.setText(head.detail());
        setAccessibleText(head.whole());
        setTooltip(detail);
        setGraphic(lines);
    }
}
