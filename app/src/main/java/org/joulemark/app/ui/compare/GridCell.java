package org.joulemark.app.ui.compare;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Value with uncertainty, below it the verdict with the difference, below that its interval. */
final class GridCell extends TableCell<Grid.Line, SheetCell> {
    /** Wide enough for a formula on one line or two. */
    static final double TIP_WIDTH = 520;

    private final Label value = new Label();
    private final Label judgement = new Label();
    private final Label change = new Label();
    private final VBox lines = new VBox(value, judgement, change);
    private final Tooltip detail = new Tooltip();

    GridCell() {
        getStyleClass().add("grid-cell");
        lines.getStyleClass().add("lines");
        // An interval that is cut says less than it should.
        change.setWrapText(true);
        detail.setWrapText(true);
        detail.setMaxWidth(TIP_WIDTH);
    }

    @Override
    protected void updateItem(@Nullable SheetCell cell, boolean empty) {
        super.updateItem(cell, empty);
        setText(null);
        if (empty || cell == null) {
            setGraphic(null);
            setTooltip(null);
        } else {
            show(cell);
        }
    }

    private void show(SheetCell cell) {
        value.setText(cell.value());
        value.setWrapText(cell.absent());
        value.getStyleClass().setAll("label", cell.absent() ? "absent" : "value");
        judgement.setText(cell.judgement());
        judgement.getStyleClass().setAll("label", "judgement", cell.mark().style());
        change.setText(cell.change());
        change.getStyleClass().setAll("label", "change");
        showIf(judgement);
        showIf(change);
        setAccessibleText(Stream.of(cell.value(), cell.word(), cell.change())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")));
        detail.setText(cell.detail());
        setTooltip(detail);
        setGraphic(lines);
    }

    private static void showIf(Label label) {
        label.setVisible(!label.getText().isEmpty());
        label.setManaged(label.isVisible());
    }
}
