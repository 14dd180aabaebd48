package org.joulemark.app.ui.compare;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.engine.model.Evidence;
import org.jspecify.annotations.Nullable;

/** Latency distributions of all versions; the stored calls are read only while somebody looks. */
final class LatencyModel {
    private static final String KEY = "compare.latencies.log";

    private final Desk desk;
    private final BooleanProperty logarithmic;
    private final ReadOnlyObjectWrapper<List<LatencyCurve>> curves = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Compared compared;
    private @Nullable Compared read;
    private boolean watched;
    private int asked;

    LatencyModel(Desk desk) {
        this.desk = desk;
        this.logarithmic = new SimpleBooleanProperty(
                Boolean.parseBoolean(desk.preferences().get(KEY, "true")));
        logarithmic.subscribe(now -> desk.preferences().set(KEY, Boolean.toString(now)));
    }

    /** Whether the time axis is logarithmic, so that one slow call does not squeeze all others; remembered. */
    BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** One curve a version. */
    ReadOnlyObjectProperty<List<LatencyCurve>> curvesProperty() {
        return curves.getReadOnlyProperty();
    }

    /** Shows other versions, or none. */
    void show(@Nullable Compared other) {
        compared = other;
        work();
    }

    /** Whether somebody looks. */
    void watch(boolean looking) {
        watched = looking;
        work();
    }

    private void work() {
        Compared now = compared;
        if (now == null) {
            asked++;
            read = null;
            curves.set(List.of());
        } else if (watched && !now.equals(read)) {
            int ticket = ++asked;
            read = now;
            desk.tasks()
                    .run(
                            () -> read(now, desk.histories().own().evidence()),
                            found -> {
                                if (ticket == asked) {
                                    curves.set(found);
                                }
                            },
                            desk.notices()::fail);
        }
    }

    private static List<LatencyCurve> read(Compared compared, Evidence evidence) {
        return IntStream.range(0, compared.contenders().size())
                .mapToObj(i -> LatencyCurve.read(
                        compared.contenders().get(i), compared.headings().get(i), i, evidence))
                .toList();
    }
}
