package org.joulemark.app.ui.compare;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.UsualMetrics;
import org.joulemark.engine.compare.Metrics;
import org.jspecify.annotations.Nullable;

/** The table: which metrics, which way round, sorted by what; remembered in the preferences. */
final class TableModel {
    private static final String KEY = "compare.table.";

    private final Preferences preferences;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<TableChoice> choice;
    private final ReadOnlyObjectWrapper<Grid> grid = new ReadOnlyObjectWrapper<>(Grid.empty());
    private @Nullable Sheet sheet;

    TableModel(Preferences preferences, Texts texts) {
        this.preferences = preferences;
        this.texts = texts;
        this.choice = new ReadOnlyObjectWrapper<>(remembered(preferences));
    }

    /** What is shown, and how. */
    ReadOnlyObjectProperty<TableChoice> choiceProperty() {
        return choice.getReadOnlyProperty();
    }

    /** What is shown. */
    ReadOnlyObjectProperty<Grid> gridProperty() {
        return grid.getReadOnlyProperty();
    }

    /** All there is to show; null before the first comparison. */
    @Nullable
    Sheet sheet() {
        return sheet;
    }

    /** Shows another comparison, or nothing. */
    void show(@Nullable Sheet other) {
        sheet = other;
        draw();
    }

    /** Shows only metrics in which somebody differs. */
    void differencesOnly(boolean only) {
        change(now -> now.withDifferencesOnly(only));
    }

    /** Shows every metric. */
    void allMetrics(boolean all) {
        change(now -> now.withAllMetrics(all));
    }

    /** Makes versions the rows. */
    void transposed(boolean turned) {
        change(now -> now.withTransposed(turned));
    }

    /** Shows a metric, or hides it. */
    void metric(String id, boolean shown) {
        change(now -> {
            Set<String> metrics = new HashSet<>(now.metrics());
            if (shown) {
                metrics.add(id);
            } else {
                metrics.remove(id);
            }
            return now.withMetrics(metrics);
        });
    }

    /** Shows the usual metrics again. */
    void usualMetrics() {
        change(now -> now.withMetrics(UsualMetrics.IDS).withAllMetrics(false));
    }

    /** Sorts rows by a column; an empty key gives the natural order. */
    void sort(String key, boolean descending) {
        change(now -> now.sorted(key, descending));
    }

    private void change(UnaryOperator<TableChoice> to) {
        TableChoice now = to.apply(choice.get());
        if (!now.equals(choice.get())) {
            choice.set(now);
            remember(now);
            draw();
        }
    }

    private void draw() {
        Sheet shown = sheet;
        grid.set(
                shown == null
                        ? Grid.empty()
                        : Grid.of(shown, choice.get(), texts.get("table.metric"), texts.get("table.version")));
    }

    private void remember(TableChoice now) {
        preferences.set(KEY + "all", Boolean.toString(now.allMetrics()));
        preferences.set(KEY + "metrics", String.join(",", new TreeSet<>(now.metrics())));
        preferences.set(KEY + "differences", Boolean.toString(now.differencesOnly()));
        preferences.set(KEY + "transposed", Boolean.toString(now.transposed()));
        preferences.set(KEY + "sort", now.sortedBy());
        preferences.set(KEY + "descending", Boolean.toString(now.descending()));
    }

    private static TableChoice remembered(Preferences preferences) {
        TableChoice usual = TableChoice.usual();
        return new TableChoice(
                flag(preferences, "all"),
                preferences.get(KEY + "metrics").map(TableModel::metrics).orElse(usual.metrics()),
                flag(preferences, "differences"),
                flag(preferences, "transposed"),
                preferences.get(KEY + "sort", ""),
                flag(preferences, "descending"));
    }

    private static Set<String> metrics(String text) {
        return Arrays.stream(text.split(",", -1))
                .filter(id -> Metrics.byId(id).isPresent())
                .collect(Collectors.toSet());
    }

    private static boolean flag(Preferences preferences, String name) {
        return Boolean.parseBoolean(preferences.get(KEY + name, "false"));
    }
}
