package org.joulemark.app.ui.fx;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Columns of words, and tooltips of rows.
 *
 * @param texts titles of the columns
 */
public record TableColumns(Texts texts) {
    private static final double TIP_WIDTH = 420;

    /** Adds a column that shows words, titled by the text of {@code key}. */
    public <T> TableColumn<T, String> text(TableView<T> table, String key, double width, Function<T, String> words) {
        TableColumn<T, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setPrefWidth(width);
        table.getColumns().add(column);
        return column;
    }

    /** A tooltip that wraps. */
    public static Tooltip tip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.setMaxWidth(TIP_WIDTH);
        return tip;
    }

    /** Tells {@code words} of the row pointed at. */
    public static <T> void tips(TableView<T> table, Function<T, String> words) {
        table.setRowFactory(_ -> new TableRow<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean empty) {
                super.updateItem(item, empty);
                setTooltip(item == null || empty ? null : tip(words.apply(item)));
            }
        });
    }
}
