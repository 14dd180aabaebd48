package org.joulemark.app.ui.bench;

import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** What became of a version: glyph, word, and colour for failures. */
final class ResultStateCell extends TableCell<ResultRow, ResultRow> {
    @Override
    protected void updateItem(@Nullable ResultRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll(List.of("bad"));
        if (row == null || empty) {
            setText(null);
            setTooltip(null);
            return;
        }
        setText(glyph(row.state()) + " " + row.words());
        setTooltip(new Tooltip((row.words() + "\n" + row.detail()).strip()));
        if (row.state() == ResultRow.State.FAILED) {
            getStyleClass().add("bad");
        }
    }

    private static String glyph(ResultRow.State state) {
        return switch (state) {
            case WAITING -> "·";
            case MEASURING -> "▸";
            case MEASURED, DONE -> "✓";
            case FAILED -> "✕";
        };
    }
}
