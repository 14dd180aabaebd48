package org.joulemark.app.ui.compare;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;
import org.jspecify.annotations.Nullable;

/** Versions as points between two metrics of the user's choice; the choice is remembered. */
final class AxesModel {
    private static final String KEY = "compare.axes.";

    private final Preferences preferences;
    private final ObjectProperty<Metric> across;
    private final ObjectProperty<Metric> up;
    private final ObjectProperty<Metric> third;
    private final ReadOnlyObjectWrapper<TradeOff> tradeOff = new ReadOnlyObjectWrapper<>(TradeOff.NONE);
    private @Nullable Compared compared;

    AxesModel(Preferences preferences) {
        this.preferences = preferences;
        this.across = remembered("x", PointPrice.ENERGY);
        this.up = remembered("y", PointPrice.ACCURACY);
        this.third = remembered("third", "latency.p50");
    }

    /** Metric of the horizontal axis. */
    ObjectProperty<Metric> acrossProperty() {
        return across;
    }

    /** Metric of the vertical axis. */
    ObjectProperty<Metric> upProperty() {
        return up;
    }

    /** Metric told at each point. */
    ObjectProperty<Metric> thirdProperty() {
        return third;
    }

    /** The points. */
    ReadOnlyObjectProperty<TradeOff> tradeOffProperty() {
        return tradeOff.getReadOnlyProperty();
    }

    /** Shows other versions, or none. */
    void show(@Nullable Compared other) {
        compared = other;
        draw();
    }

    private void draw() {
        Compared now = compared;
        tradeOff.set(now == null ? TradeOff.NONE : TradeOff.of(now, across.get(), up.get(), third.get()));
    }

    private ObjectProperty<Metric> remembered(String axis, String usual) {
        Metric metric = Metrics.byId(preferences.get(KEY + axis, usual))
                .or(() -> Metrics.byId(usual))
                .orElseThrow();
        ObjectProperty<Metric> property = new SimpleObjectProperty<>(metric);
        property.subscribe((before, now) -> {
            preferences.set(KEY + axis, now.id());
            draw();
        });
        return property;
    }
}
