package org.joulemark.app.ui.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Groups of facts side by side, in as many columns as fit. */
final class FactColumns extends HBox {
    private static final double COLUMN = 330;
    private static final int MOST = 4;
    private static final double NAME = 104;

    private List<FactGroup> groups = List.of();
    private int columns;

    FactColumns() {
        getStyleClass().add("fact-columns");
        widthProperty().subscribe(_ -> arrange(false));
    }

    /** Shows these groups. */
    void show(List<FactGroup> shown) {
        groups = shown;
        arrange(true);
    }

    private void arrange(boolean anew) {
        int fitting = Math.clamp((int) (getWidth() / COLUMN), 1, MOST);
        if (!anew && fitting == columns) {
            return;
        }
        columns = fitting;
        List<VBox> boxes = new ArrayList<>();
        int[] filled = new int[fitting];
        for (int i = 0; i < fitting; i++) {
            VBox box = new VBox();
            box.getStyleClass().add("fact-column");
            box.setPrefWidth(COLUMN);
            HBox.setHgrow(box, Priority.ALWAYS);
            boxes.add(box);
        }
        for (FactGroup group : groups) {
            int shortest = IntStream.range(0, fitting)
                    .boxed()
                    .min(Comparator.comparingInt(i -> filled[i]))
                    .orElse(0);
            boxes.get(shortest).getChildren().add(box(group));
            filled[shortest] += group.facts().size() + 2;
        }
        getChildren().setAll(boxes);
    }

    private static VBox box(FactGroup group) {
        Label title = new Label(group.title());
        title.getStyleClass().add("section-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints(NAME);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        int row = 0;
        for (Fact fact : group.facts()) {
            Label name = new Label(fact.name());
            name.getStyleClass().add("quiet");
            name.setWrapText(true);
            Label value = new Label(fact.value());
            value.setWrapText(true);
            value.setTooltip(TextColumn.tooltip(fact.explanation()));
            grid.addRow(row++, name, value);
        }
        return new VBox(title, grid);
    }
}
