package org.joulemark.app.ui.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.joulemark.app.ui.fx.TableColumns;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.carbon.CatalogueEntry;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;
import org.jspecify.annotations.Nullable;

/**
 * Columns of the tables of sites and zones.
 *
 * @param texts words of this package
 */
record SiteTables(Texts texts) {
    private static final double SCROLL_BAR = 18;

    void sites(TableView<SiteRow> table) {
        columns().text(table, "site.id", 130, SiteRow::id);
        columns().text(table, "site.zone", 74, row -> row.entry().zone());
        columns().text(table, "site.pue", 50, row -> pue(row.entry().pue()));
        columns()
                .text(table, "site.factor", 104, row -> factor(row.factor()))
                .getStyleClass()
                .add("number-cell");
        columns().text(table, "site.source", 320, this::source);
        fillLast(table);
        TableColumns.tips(table, row -> row.problem().isEmpty() ? described(row.factor()) : texts.said(row.problem()));
    }

    /** The last column takes what room there is, and never less than it needs. */
    private static void fillLast(TableView<?> table) {
        TableColumn<?, ?> last = table.getColumns().getLast();
        double least = last.getPrefWidth();
        table.widthProperty().subscribe(width -> {
            double others = table.getColumns().subList(0, table.getColumns().size() - 1).stream()
                    .mapToDouble(TableColumn::getWidth)
                    .sum();
            last.setPrefWidth(Math.max(least, width.doubleValue() - others - SCROLL_BAR));
        });
    }

    private String source(SiteRow row) {
        EmissionFactor factor = row.factor();
        return factor == null ? "✕ " + texts.said(row.problem()) : factor.year() + ", " + factor.dataset();
    }

    private String factor(@Nullable EmissionFactor factor) {
        return factor == null ? "–" : grams(factor.gramsPerKilowattHour());
    }

    private String pue(@Nullable Double value) {
        return value == null ? "–" : texts.format("site.pue.value", value);
    }

    private String grams(double value) {
        return texts.fixed(value, 1);
    }

    void catalogue(TableView<CatalogueEntry> table) {
        columns().text(table, "zone.code", 84, CatalogueEntry::code);
        columns().text(table, "zone.name", 150, CatalogueEntry::name);
        number(table, "zone.grams", 76, entry -> entry.factor().gramsPerKilowattHour());
        columns()
                .text(
                        table,
                        "zone.year",
                        52,
                        entry -> String.valueOf(entry.factor().year()));
        columns()
                .text(
                        table,
                        "zone.boundary",
                        118,
                        entry -> boundary(entry.factor().boundary()));
        columns().text(table, "zone.publisher", 190, entry -> entry.factor().publisher());
        columns().text(table, "zone.licence", 96, entry -> entry.factor().licence());
        columns().text(table, "zone.note", 420, entry -> entry.factor().note());
        fillLast(table);
        TableColumns.tips(table, entry -> entry.name() + "\n" + described(entry.factor()));
    }

    /** What a boundary is called. */
    String boundary(FactorBoundary boundary) {
        return texts.get("boundary." + boundary.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** What a method is called, also that nobody says which. */
    String method(Optional<FactorMethod> method) {
        String key = method.map(FactorMethod::name).orElse("none");
        return texts.get("method." + key.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private String described(@Nullable EmissionFactor factor) {
        if (factor == null) {
            return "";
        }
        String note = factor.note().isEmpty() ? "" : "\n" + factor.note();
        return grams(factor.gramsPerKilowattHour()) + " gCO2e/kWh, " + boundary(factor.boundary()) + ", "
                + factor.yearMeaning() + " " + factor.year() + ", " + factor.gasSet() + ", "
                + method(Optional.ofNullable(factor.method())) + "\n" + factor.publisher() + ": "
                + factor.dataset() + (factor.licence().isEmpty() ? "" : ", " + factor.licence()) + "\n"
                + factor.precedence() + note;
    }

    /** Sorts by value, not by digits. */
    private <T> void number(TableView<T> table, String key, double width, ToDoubleFunction<T> value) {
        TableColumn<T, Double> column = new TableColumn<>(texts.get(key));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.applyAsDouble(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Double item, boolean empty) {
                super.updateItem(item, empty);
                setText(item == null || empty ? null : grams(item));
            }
        });
        column.getStyleClass().add("number-cell");
        column.setPrefWidth(width);
        table.getColumns().add(column);
    }

    private TableColumns columns() {
        return new TableColumns(texts);
    }
}
