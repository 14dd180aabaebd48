package org.joulemark.app.ui.bench;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** Name of a version in the table of results. */
final class ResultNameCell extends TableCell<ResultRow, ResultRow> {
    @Override
    protected void updateItem(@Nullable ResultRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(row == null || empty ? null : row.label());
    }
}
