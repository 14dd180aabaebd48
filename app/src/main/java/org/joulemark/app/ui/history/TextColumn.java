package org.joulemark.app.ui.history;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.joulemark.app.ui.fx.TableColumns;
import org.jspecify.annotations.Nullable;

/** A column of text with a tooltip; its cells are whole rows, so that they can be explained. */
final class TextColumn<S> extends TableColumn<S, S> {
    private static final double TIP_WIDTH = 520;

    private final Function<S, String> text;
    private Function<S, String> tip = _ -> "";
    private Function<S, Boolean> quiet = _ -> false;

    TextColumn(String title, double width, Function<S, String> text) {
        super(title);
        this.text = text;
        setPrefWidth(width);
        setSortable(false);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        setCellFactory(_ -> new Cell());
    }

    /** Explains its cells. */
    TextColumn<S> tip(Function<S, String> explanation) {
        tip = explanation;
        return this;
    }

    /** Wide enough for the values of {@code rows}; reasons why there is none may be cut, pointing tells them. */
    TextColumn<S> fit(List<S> rows) {
        double needed = TableColumns.width(
                getText(), rows.stream().filter(row -> !quiet.apply(row)).map(text));
        setPrefWidth(Math.max(getPrefWidth(), needed));
        return this;
    }

    /** Cells that hold no value are written in a quiet colour. */
    TextColumn<S> quiet(Function<S, Boolean> which) {
        quiet = which;
        return this;
    }

    /** Its cells are numbers. */
    TextColumn<S> numbers() {
        getStyleClass().add("number-column");
        return this;
    }

    /** Its cells are hashes, ids or code. */
    TextColumn<S> mono() {
        getStyleClass().add("mono-column");
        return this;
    }

    /** What the tooltip of the cell in that row says. */
    String explain(int row) {
        return tip.apply(getTableView().getItems().get(row));
    }

    /** A tooltip that wraps; null for an empty text. */
    static @Nullable Tooltip tooltip(String text) {
        if (text.isBlank()) {
            return null;
        }
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TIP_WIDTH);
        tooltip.setShowDuration(Duration.INDEFINITE);
        return tooltip;
    }

    private final class Cell extends TableCell<S, S> {
        @Override
        protected void updateItem(@Nullable S row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().remove("quiet");
            if (empty || row == null) {
                setText("");
                setTooltip(null);
                return;
            }
            setText(text.apply(row));
            setTooltip(tooltip(tip.apply(row)));
            if (quiet.apply(row)) {
                getStyleClass().add("quiet");
            }
        }
    }
}
