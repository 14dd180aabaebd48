package org.joulemark.app.ui.bench;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.reports.FigureScale;
import org.jspecify.annotations.Nullable;

/**
 * A figure with its uncertainty in the unit of its column, or a dash; pointing at it tells formula and provenance, or why
 * there is none.
 */
final class FigureCell extends TableCell<ResultRow, ResultRow> {
    private final Metric metric;
    private final Words words;
    private final Supplier<FigureScale> scale;

    FigureCell(Metric metric, Words words, Supplier<FigureScale> scale) {
        this.metric = metric;
        this.words = words;
        this.scale = scale;
        setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable ResultRow row, boolean empty) {
        super.updateItem(row, empty);
        getStyleClass().removeAll(List.of("quiet"));
        if (row == null || empty || row.figures().isEmpty()) {
            setText(null);
            setTooltip(null);
            return;
        }
        Figure figure = row.figure(metric.id());
        setText(words.figures().withUncertainty(figure, scale.get()));
        setTooltip(new Tooltip(words.explained(metric, figure)));
        if (figure instanceof Absent) {
            getStyleClass().add("quiet");
        }
    }
}
