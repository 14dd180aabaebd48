package org.joulemark.app.ui.compare;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** The line that says what more accuracy costs. */
final class PriceModel {
    private static final String KEY = "compare.price.points";
    private static final double USUAL_POINTS = 0.5;

    private final Desk desk;
    private final Texts texts;
    private final DoubleProperty points;
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private @Nullable Compared compared;
    private int asked;

    PriceModel(Desk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        this.points = new SimpleDoubleProperty(Math.clamp(desk.preferences().number(KEY, USUAL_POINTS), 0.01, 100));
        points.subscribe((before, now) -> {
            desk.preferences().set(KEY, Double.toString(points.get()));
            work();
        });
    }

    /** How much more accuracy, in points of percent. */
    DoubleProperty pointsProperty() {
        return points;
    }

    /** The answer in words; empty while it is worked out. */
    ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
    }

    /** Asks about other versions. */
    void show(@Nullable Compared other) {
        compared = other;
        work();
    }

    private void work() {
        Compared now = compared;
        int ticket = ++asked;
        if (now == null) {
            line.set("");
            return;
        }
        double share = points.get() / 100;
        desk.tasks()
                .run(
                        () -> PointPrice.of(desk.histories().own().evidence()).of(now.contenders(), share),
                        price -> {
                            if (ticket == asked) {
                                line.set(new PriceWords(texts, now::name).line(price));
                            }
                        },
                        desk.notices()::fail);
    }
}
