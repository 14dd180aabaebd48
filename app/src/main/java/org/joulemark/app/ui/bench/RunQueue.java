package org.joulemark.app.ui.bench;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.engine.bench.BenchListener;
import org.joulemark.engine.bench.BenchRunner;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Runs plans one after the other, each on a thread of its own; used on the screen's thread. */
final class RunQueue {
    /** Hears how runs begin and end, on the screen's thread. */
    interface Watcher {
        /** A run goes on from here; what the returned listener hears comes on the runner's thread. */
        BenchListener begins(QueuedRun run);

        /** A run is over and in the history. */
        void ended(QueuedRun run, Run record);

        /** A run could not begin, or its record could not be kept. */
        void failed(QueuedRun run, Exception why);
    }

    private final Desk desk;
    private final Watcher watcher;
    private final ObservableList<QueuedRun> waiting = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable QueuedRun> running = new ReadOnlyObjectWrapper<>();
    private final AtomicReference<@Nullable BenchRunner> runner = new AtomicReference<>();
    private volatile boolean cancelled;
    private int count;

    RunQueue(Desk desk, Watcher watcher) {
        this.desk = desk;
        this.watcher = watcher;
    }

    /** Runs whose turn has not come. */
    ObservableList<QueuedRun> waiting() {
        return waiting;
    }

    /** The run that goes on; null for none. */
    ReadOnlyObjectProperty<@Nullable QueuedRun> runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Runs the plan now, or after those that wait. */
    void add(BenchPlan plan, String site, String words) {
        waiting.add(new QueuedRun(++count, plan, site, words));
        next();
    }

    /** Takes a waiting run away; nothing of it was recorded yet. Can be taken back. */
    void remove(QueuedRun run, String words) {
        int place = waiting.indexOf(run);
        if (place >= 0) {
            waiting.remove(place);
            desk.undo().done(words, () -> {
                waiting.add(Math.min(place, waiting.size()), run);
                next();
            });
        }
    }

    /** Stops the run that goes on; what was measured is kept. Those that wait go on waiting for their turn. */
    void cancel() {
        cancelled = true;
        BenchRunner current = runner.get();
        if (current != null) {
            // Killing a worker waits for its end.
            desk.tasks()
                    .run(
                            () -> {
                                current.cancel();
                                return true;
                            },
                            _ -> {},
                            desk.notices()::fail);
        }
    }

    private void next() {
        if (running.get() != null || waiting.isEmpty()) {
            return;
        }
        QueuedRun run = waiting.removeFirst();
        cancelled = false;
        running.set(run);
        BenchListener listener = watcher.begins(run);
        desk.tasks().run(() -> measure(run, listener), record -> ended(run, record), e -> failed(run, e));
    }

    private Run measure(QueuedRun run, BenchListener listener) throws UserError {
        Site site = run.site().isBlank() ? null : desk.workbench().site(run.site());
        History history = desk.histories().own();
        BenchRunner fresh = desk.workbench().runner(history, site);
        runner.set(fresh);
        try {
            if (cancelled) {
                fresh.cancel();
            }
            return fresh.run(run.plan(), listener);
        } finally {
            runner.set(null);
        }
    }

    private void ended(QueuedRun run, Run record) {
        running.set(null);
        watcher.ended(run, record);
        next();
    }

    private void failed(QueuedRun run, Exception why) {
        running.set(null);
        watcher.failed(run, why);
        next();
    }
}
