package org.joulemark.app.ui.fx;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Works on daemon threads; results come back through {@link Platform#runLater}. */
public final class BackgroundTasks implements TaskRunner, AutoCloseable {
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("background-", 1).factory());

    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        try {
            threads.execute(() -> {
                try {
                    T result = work.call();
                    onScreen(() -> done.accept(result));
                } catch (Exception e) {
                    onScreen(() -> failed.accept(e));
                }
            });
        } catch (RejectedExecutionException e) {
            // The window is closing: nobody is there to see a result.
            failed.accept(e);
        }
    }

    @Override
    public void onScreen(Runnable change) {
        if (Platform.isFxApplicationThread()) {
            change.run();
        } else {
            Platform.runLater(change);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
