package org.joulemark.app.ui.fx;

import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Columns of words, and tooltips of rows.
 *
 * @param texts titles of the columns
 */
public record TableColumns(Texts texts) {
    private static final double TIP_WIDTH = 420;
    private static final String FITTED = "joulemark.fitted";

    /** Size of text in tables, as the theme has it. */
    private static final double TEXT_PIXELS = 13;

    /** To both sides of the words in a cell. */
    private static final double PADDING = 22;

    /** Adds a column that shows words, titled by the text of {@code key}. */
    public <T> TableColumn<T, String> text(TableView<T> table, String key, double width, Function<T, String> words) {
        TableColumn<T, String> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setPrefWidth(width);
        table.getColumns().add(column);
        return column;
    }

    /** Width in which the title and none of {@code cells} is cut off. */
    public static double width(String title, Stream<String> cells) {
        double head = Math.ceil(width(title, FontWeight.BOLD, TEXT_PIXELS)) + PADDING;
        return Math.max(head, width(cells, TEXT_PIXELS));
    }

    /** Width in which none of {@code lines}, written in letters of so many pixels, is cut off or wrapped. */
    public static double width(Stream<String> lines, double pixels) {
        return Math.ceil(lines.mapToDouble(line -> width(line, FontWeight.NORMAL, pixels))
                        .max()
                        .orElse(0))
                + PADDING;
    }

    /** Gives the column the width its words need, unless that is as before: what the user dragged it to stays. */
    public static void fit(TableColumn<?, ?> column, double width) {
        if (!Double.valueOf(width).equals(column.getProperties().put(FITTED, width))) {
            column.setPrefWidth(width);
        }
    }

    private static double width(String words, FontWeight weight, double pixels) {
        Text text = new Text(words);
        text.setFont(Font.font(Font.getDefault().getFamily(), weight, pixels));
        return text.getLayoutBounds().getWidth();
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
