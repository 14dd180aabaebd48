package org.joulemark.engine.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets another thread stop a run at once: ends waiting, and kills the worker that is busy. Thread-safe. */
final class Cancellation {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final AtomicReference<@Nullable InferenceWorker> busy = new AtomicReference<>();

    void cancel() {
        cancelled.countDown();
        InferenceWorker worker = busy.get();
        if (worker != null) {
            worker.kill();
        }
    }

    boolean requested() {
        return cancelled.getCount() == 0;
    }

    /** Throws if the run was cancelled. */
    void check() throws CancelledException {
        if (requested()) {
            throw new CancelledException();
        }
    }

    /** Waits so long, or until cancelled. */
    void pause(long nanos) throws CancelledException {
        try {
            if (cancelled.await(nanos, TimeUnit.NANOSECONDS)) {
                throw new CancelledException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    /** Marks a worker as busy, so that cancelling ends it. */
    void busy(InferenceWorker worker) throws CancelledException {
        busy.set(worker);
        check();
    }

    void idle() {
        busy.set(null);
    }

    /** The run was cancelled by the user. */
    static final class CancelledException extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
