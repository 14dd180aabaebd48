package org.joulemark.app.ui.compare;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.jspecify.annotations.Nullable;

/** The charts below the table: whether they are shown, which one, and what each shows. */
final class ChartsModel {
    private static final String KEY = "compare.charts.";

    private final AxesModel axes;
    private final LatencyModel latencies;
    private final TraceModel traces;
    private final BooleanProperty shown;
    private final ObjectProperty<ChartKind> kind;

    ChartsModel(Desk desk) {
        Preferences preferences = desk.preferences();
        this.axes = new AxesModel(preferences);
        this.latencies = new LatencyModel(desk);
        this.traces = new TraceModel(desk);
        this.shown = new SimpleBooleanProperty(Boolean.parseBoolean(preferences.get(KEY + "shown", "true")));
        this.kind = new SimpleObjectProperty<>(ChartKind.of(preferences.get(KEY + "kind", "")));
        shown.subscribe(now -> preferences.set(KEY + "shown", Boolean.toString(now)));
        kind.subscribe(now -> preferences.set(KEY + "kind", now.key()));
        shown.subscribe(_ -> watch());
        kind.subscribe(_ -> watch());
    }

    AxesModel axes() {
        return axes;
    }

    LatencyModel latencies() {
        return latencies;
    }

    TraceModel traces() {
        return traces;
    }

    /** Whether charts are shown. */
    BooleanProperty shownProperty() {
        return shown;
    }

    /** The chart shown. */
    ObjectProperty<ChartKind> kindProperty() {
        return kind;
    }

    /** Shows other versions, or none. */
    void show(@Nullable Compared compared) {
        axes.show(compared);
        latencies.show(compared);
        traces.show(compared);
    }

    private void watch() {
        latencies.watch(shown.get() && kind.get() == ChartKind.LATENCIES);
        traces.watch(shown.get() && kind.get() == ChartKind.TRACES);
    }
}
