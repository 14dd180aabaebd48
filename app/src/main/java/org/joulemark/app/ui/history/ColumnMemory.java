package org.joulemark.app.ui.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.joulemark.app.ui.desk.Preferences;

/** Remembers order, widths and visibility of a table's columns, as {@code id=width} with {@code !} before hidden ones. */
final class ColumnMemory {
    private static final double WIDEST = 4_000;

    private final Preferences preferences;
    private final String key;

    private ColumnMemory(Preferences preferences, String key) {
        this.preferences = preferences;
        this.key = key;
    }

    /** Arranges the columns of {@code table} as they were left and remembers them from now on. */
    static <S> void attach(TableView<S> table, Preferences preferences, String key) {
        ColumnMemory memory = new ColumnMemory(preferences, key);
        memory.restore(table);
        InvalidationListener changed = _ -> memory.remember(table);
        table.getColumns().addListener(changed);
        table.getColumns().forEach(column -> {
            column.widthProperty().addListener(changed);
            column.visibleProperty().addListener(changed);
        });
    }

    private <S> void restore(TableView<S> table) {
        Map<String, TableColumn<S, ?>> byId = new HashMap<>();
        table.getColumns().forEach(column -> byId.put(column.getId(), column));
        List<TableColumn<S, ?>> ordered = new ArrayList<>();
        for (String part : preferences.get(key, "").split(",", -1)) {
            String[] pair = part.replace("!", "").split("=", 2);
            TableColumn<S, ?> column = byId.remove(pair[0]);
            if (column != null && pair.length == 2) {
                column.setPrefWidth(width(pair[1], column.getPrefWidth()));
                column.setVisible(!part.startsWith("!"));
                ordered.add(column);
            } else if (column != null) {
                ordered.add(column);
            }
        }
        table.getColumns().stream()
                .filter(column -> byId.containsKey(column.getId()))
                .forEach(column -> ordered.add(Math.min(table.getColumns().indexOf(column), ordered.size()), column));
        if (!ordered.equals(table.getColumns())) {
            table.getColumns().setAll(ordered);
        }
    }

    private <S> void remember(TableView<S> table) {
        preferences.set(
                key,
                table.getColumns().stream()
                        .map(column ->
                                (column.isVisible() ? "" : "!") + column.getId() + "=" + Math.round(column.getWidth()))
                        .collect(Collectors.joining(",")));
    }

    private static double width(String text, double otherwise) {
        try {
            double width = Double.parseDouble(text);
            return width >= 1 && width <= WIDEST ? width : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
