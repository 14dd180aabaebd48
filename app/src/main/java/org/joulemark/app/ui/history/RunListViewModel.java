package org.joulemark.app.ui.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.joulemark.app.ui.desk.Notices;
import org.joulemark.app.ui.fx.TaskRunner;
import org.joulemark.app.ui.fx.Texts;
import org.jspecify.annotations.Nullable;

/** The list of runs: sorted and filtered in memory away from the screen, so that it stays quick at 100,000. */
final class RunListViewModel {
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<StatusChoice> status = new SimpleObjectProperty<>(StatusChoice.ALL);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final ObjectProperty<RunOrder> order = new SimpleObjectProperty<>(RunOrder.NEWEST_FIRST);
    private final ReadOnlyObjectWrapper<List<RunRow>> page = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final Texts texts;
    private final LatestWins work;
    private Sorted sorted = new Sorted(List.of(), RunOrder.NEWEST_FIRST, List.of());
    private boolean quiet;

    /** All runs, as they were given and in some order. */
    private record Sorted(List<RunRow> all, RunOrder order, List<RunRow> rows) {
        Sorted in(RunOrder wanted) {
            return wanted.equals(order) ? this : new Sorted(all, wanted, wanted.sorted(all));
        }
    }

    private record Found(Sorted sorted, List<RunRow> rows) {}

    RunListViewModel(TaskRunner tasks, Texts texts) {
        this.texts = texts;
        this.work = new LatestWins(tasks);
        text.subscribe((_, _) -> look());
        status.subscribe((_, _) -> look());
        from.subscribe((_, _) -> look());
        until.subscribe((_, _) -> look());
        order.subscribe((_, _) -> look());
    }

    /** What is searched for. */
    StringProperty textProperty() {
        return text;
    }

    /** How the runs shown ended. */
    ObjectProperty<StatusChoice> statusProperty() {
        return status;
    }

    /** First day shown; null for no limit. */
    ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    /** Last day shown; null for no limit. */
    ObjectProperty<@Nullable LocalDate> untilProperty() {
        return until;
    }

    /** How the list is sorted. */
    ObjectProperty<RunOrder> orderProperty() {
        return order;
    }

    /** The runs shown. */
    ReadOnlyObjectProperty<List<RunRow>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** How many are shown of how many, in words. */
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Why the list could not be filtered; empty if it could. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** How many runs there are, shown or not. */
    int total() {
        return sorted.all().size();
    }

    /** Shows these runs, given with the newest first. */
    void fill(List<RunRow> all) {
        // Remembered at once, so that a search made meanwhile looks through the newest list.
        sorted = new Sorted(all, RunOrder.NEWEST_FIRST, all);
        look();
    }

    /** Shows every run. */
    void showAll() {
        quiet = true;
        text.set("");
        status.set(StatusChoice.ALL);
        from.set(null);
        until.set(null);
        quiet = false;
        look();
    }

    /** Which runs are asked for. */
    RunQuery query() {
        return new RunQuery(text.get(), status.get(), from.get(), until.get());
    }

    private void look() {
        if (quiet) {
            return;
        }
        RunQuery query = query();
        RunOrder wanted = order.get();
        Sorted now = sorted;
        work.run(
                () -> {
                    Sorted ordered = now.in(wanted);
                    return new Found(ordered, query.in(ordered.rows(), ZoneId.systemDefault()));
                },
                this::show,
                failure -> trouble.set(texts.said(Notices.words(failure))));
    }

    private void show(Found found) {
        sorted = found.sorted();
        trouble.set("");
        int all = found.sorted().all().size();
        int shown = found.rows().size();
        count.set(shown == all ? texts.format("list.count", all) : texts.format("list.count-of", shown, all));
        page.set(found.rows());
    }
}
