package org.joulemark.app.ui.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does work away from the screen and brings its result back to it. Tests pass one that works at once. */
public interface TaskRunner {
    /**
     * Works in the background.
     *
     * @param work what to do, on another thread
     * @param done hears the result, on the screen's thread
     * @param failed hears what was thrown, on the screen's thread
     */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /** Does {@code change} on the screen's thread, soon. */
    void onScreen(Runnable change);
}
