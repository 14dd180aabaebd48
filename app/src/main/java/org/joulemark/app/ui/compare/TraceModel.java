package org.joulemark.app.ui.compare;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Trial;
import org.jspecify.annotations.Nullable;

/** Power of two trials, each counted from its beginning; the traces are read only while somebody looks. */
final class TraceModel {
    /**
     * Power of one trial.
     *
     * @param name version and trial
     * @param sensors power by each sensor that counts
     */
    record Traced(String name, List<TrialPower> sensors) {}

    private final Desk desk;
    private final Texts texts;
    private final ObjectProperty<TracePick> first = new SimpleObjectProperty<>(new TracePick(0, 0));
    private final ObjectProperty<TracePick> second = new SimpleObjectProperty<>(new TracePick(1, 0));
    private final ReadOnlyObjectWrapper<List<Traced>> traces = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Compared compared;
    private boolean watched;
    private int asked;

    TraceModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(TraceModel.class);
        first.subscribe((before, now) -> work());
        second.subscribe((before, now) -> work());
    }

    /** The one trial. */
    ObjectProperty<TracePick> firstProperty() {
        return first;
    }

    /** The other trial. */
    ObjectProperty<TracePick> secondProperty() {
        return second;
    }

    /** Power of both trials; fewer where there are none. */
    ReadOnlyObjectProperty<List<Traced>> tracesProperty() {
        return traces.getReadOnlyProperty();
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
        int ticket = ++asked;
        if (now == null) {
            traces.set(List.of());
        } else if (watched) {
            List<TracePick> picks =
                    first.get().equals(second.get()) ? List.of(first.get()) : List.of(first.get(), second.get());
            desk.tasks()
                    .run(
                            () -> read(now, picks, desk.histories().own().evidence()),
                            found -> {
                                if (ticket == asked) {
                                    traces.set(found);
                                }
                            },
                            desk.notices()::fail);
        }
    }

    private List<Traced> read(Compared compared, List<TracePick> picks, Evidence evidence) {
        return picks.stream()
                .map(pick -> read(compared, pick, evidence))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable Traced read(Compared compared, TracePick pick, Evidence evidence) {
        if (pick.version() >= compared.contenders().size()) {
            return null;
        }
        Contender contender = compared.contenders().get(pick.version());
        List<Trial> trials = contender.version().trials();
        return pick.trial() >= trials.size()
                ? null
                : new Traced(
                        texts.format("traces.trial", compared.headings().get(pick.version()), pick.trial() + 1),
                        TrialPower.read(contender, trials.get(pick.trial()), evidence));
    }
}
