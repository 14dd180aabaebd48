package org.joulemark.app.ui.compare;

import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A grid as a picture: all of it, also what the table has scrolled away, in the looks of the window. */
final class GridPicture {
    private GridPicture() {}

    /** Draws the grid with its notes; {@code like} is the window whose looks it takes. */
    static WritableImage of(Grid grid, List<String> notes, Scene like) {
        GridPane cells = new GridPane();
        cells.getStyleClass().add("picture-grid");
        cells.add(label(grid.corner(), "picture-head"), 0, 0);
        for (int column = 0; column < grid.heads().size(); column++) {
            Label head = label(grid.heads().get(column).whole(), "picture-head");
            GridPane.setHalignment(head, HPos.RIGHT);
            cells.add(head, column + 1, 0);
        }
        for (int row = 0; row < grid.lines().size(); row++) {
            Grid.Line line = grid.lines().get(row);
            cells.add(label(line.head().whole(), "picture-title"), 0, row + 1);
            for (int column = 0; column < line.cells().size(); column++) {
                cells.add(cell(line.cells().get(column)), column + 1, row + 1);
            }
        }
        VBox page = new VBox(cells);
        page.getStyleClass().addAll("compare", "picture");
        notes.forEach(note -> page.getChildren().add(label(note, "quiet")));
        Scene scene = new Scene(page);
        scene.getStylesheets().setAll(like.getStylesheets());
        page.getStylesheets()
                .add(Objects.requireNonNull(GridPicture.class.getResource("Compare.css"))
                        .toExternalForm());
        PseudoClass dark = PseudoClass.getPseudoClass("dark");
        page.pseudoClassStateChanged(dark, like.getRoot().getPseudoClassStates().contains(dark));
        page.applyCss();
        page.layout();
        return scene.snapshot(null);
    }

    private static VBox cell(SheetCell cell) {
        VBox lines = new VBox(
                label(cell.value(), cell.absent() ? "absent" : "value"),
                label(cell.judgement(), cell.mark().style()),
                label(cell.change(), "change"));
        lines.getStyleClass().add("lines");
        lines.getChildren()
                .removeIf(one -> one instanceof Label label && label.getText().isEmpty());
        return lines;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        return label;
    }
}
