package org.joulemark.app.ui.fx;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Works at once, on the caller's thread: view models are tested without a toolkit. */
public final class InlineTaskRunner implements TaskRunner {
    @Override
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }

    @Override
    public void onScreen(Runnable change) {
        change.run();
    }
}
