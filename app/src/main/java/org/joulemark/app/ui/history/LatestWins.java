package org.joulemark.app.ui.history;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.joulemark.app.ui.fx.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * Background work of which only the newest counts: one piece is under way at a time, one waits, and a result is told
 * only if nothing newer was asked for meanwhile. Used on the screen's thread.
 */
final class LatestWins {
    private final TaskRunner tasks;
    private @Nullable Runnable waiting;
    private boolean busy;
    private boolean unwanted;

    LatestWins(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Works as {@link TaskRunner#run} does, unless something newer is asked for before it is done. */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Runnable start = () -> tasks.run(
                work, result -> ended(() -> done.accept(result)), failure -> ended(() -> failed.accept(failure)));
        if (busy) {
            waiting = start;
        } else {
            begin(start);
        }
    }

    /** What is under way and what waits will not be told. */
    void forget() {
        waiting = null;
        unwanted = busy;
    }

    private void begin(Runnable start) {
        busy = true;
        unwanted = false;
        start.run();
    }

    private void ended(Runnable tell) {
        Runnable next = waiting;
        waiting = null;
        if (next != null) {
            begin(next);
        } else {
            busy = false;
            if (!unwanted) {
                tell.run();
            }
        }
    }
}
