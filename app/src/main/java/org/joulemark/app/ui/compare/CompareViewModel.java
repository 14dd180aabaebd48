package org.joulemark.app.ui.compare;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Versions side by side: which, the table, the price of accuracy, what the charts show. Used on the screen's thread. */
final class CompareViewModel {
    /** What there is to see. */
    enum State {
        /** The history is being looked at. */
        LOOKING,
        /** Nothing was ever measured to its end. */
        NO_RUNS,
        /** Nothing is chosen yet. */
        NOTHING_CHOSEN,
        /** Versions are compared. */
        COMPARING
    }

    private final Desk desk;
    private final Texts texts;
    private final PickedVersions picked;
    private final RunChooser chooser;
    private final TableModel table;
    private final PriceModel price;
    private final ChartsModel charts;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOOKING);
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RunOffer> lastCompleted = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private boolean looked;
    private boolean anyRuns;
    private int asked;

    CompareViewModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(CompareViewModel.class);
        this.picked = new PickedVersions(desk.undo(), texts);
        this.chooser = new RunChooser(desk, texts);
        this.table = new TableModel(desk.preferences(), texts);
        this.price = new PriceModel(desk, texts);
        this.charts = new ChartsModel(desk);
        compared.subscribe(now -> {
            table.show(now == null ? null : new SheetWords(desk.words(), texts).sheet(now.comparison()));
            price.show(now);
            charts.show(now);
        });
        picked.allProperty().subscribe((before, now) -> work());
        // This place may be made only when another one hands versions over: what was asked for counts at once.
        desk.navigation().toCompareProperty().subscribe(this::choose);
        desk.navigation().lastRunProperty().subscribe((before, now) -> refresh());
    }

    PickedVersions picked() {
        return picked;
    }

    RunChooser chooser() {
        return chooser;
    }

    TableModel table() {
        return table;
    }

    PriceModel price() {
        return price;
    }

    ChartsModel charts() {
        return charts;
    }

    /** What there is to see. */
    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The comparison; null while nothing is chosen. */
    ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /** The newest completed run, to be offered; null if there is none. */
    ReadOnlyObjectProperty<@Nullable RunOffer> lastCompletedProperty() {
        return lastCompleted.getReadOnlyProperty();
    }

    /** Whether something is being worked out. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Looks at the history again; what was asked for by another place is shown at once. */
    void refresh() {
        chooser.refresh();
        desk.tasks()
                .run(
                        this::look,
                        found -> {
                            lastCompleted.set(found.last());
                            anyRuns = found.any();
                            looked = true;
                            tellState();
                        },
                        desk.notices()::fail);
    }

    private record Found(boolean any, @Nullable RunOffer last) {}

    private Found look() throws UserError {
        History history = desk.histories().own();
        RunSummary last = RunCatalogue.lastCompleted(history);
        boolean any = last != null || !RunCatalogue.find(history, "").isEmpty();
        return new Found(any, last == null ? null : chooser.offer(last));
    }

    /** Compares the versions that {@code versions} name, the baseline first, as {@code RUN:VERSION} or {@code RUN}. */
    void choose(List<String> versions) {
        if (!versions.isEmpty()) {
            desk.tasks()
                    .run(() -> Selection.of(desk.histories().own(), versions), picked::replace, desk.notices()::fail);
        }
    }

    /** Compares all versions of the newest completed run. */
    void chooseLast() {
        RunOffer last = lastCompleted.get();
        if (last != null) {
            choose(List.of(last.id()));
        }
    }

    /** Goes to Reports with the versions compared. */
    void report() {
        desk.navigation().report(picked.all().stream().map(Headings::key).toList());
    }

    private void work() {
        List<Contender> versions = picked.all();
        int ticket = ++asked;
        if (versions.isEmpty()) {
            busy.set(false);
            compared.set(null);
            tellState();
            return;
        }
        busy.set(true);
        desk.tasks()
                .run(
                        () -> compare(desk.histories().own(), versions),
                        result -> ended(ticket, () -> compared.set(result)),
                        failure -> ended(ticket, () -> desk.notices().fail(failure)));
    }

    /** What was asked for before the newest question is of no use any more. */
    private void ended(int ticket, Runnable show) {
        if (ticket == asked) {
            busy.set(false);
            show.run();
            tellState();
        }
    }

    private static Compared compare(History history, List<Contender> versions) throws UserError {
        Comparison comparison = Comparisons.of(versions, history.evidence());
        return new Compared(versions, Headings.of(versions), comparison, Badge.of(comparison));
    }

    private void tellState() {
        if (compared.get() != null) {
            state.set(State.COMPARING);
        } else if (!looked) {
            state.set(State.LOOKING);
        } else {
            state.set(anyRuns ? State.NOTHING_CHOSEN : State.NO_RUNS);
        }
    }
}
