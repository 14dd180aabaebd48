package org.joulemark.engine.bench;

import java.util.Arrays;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.stats.Steadiness;

/** Runs a model until its latency is steady, or the time for that is over. */
final class WarmUp {
    private static final long CHUNK_NANOS = 250_000_000L;

    /** Steadiness is judged over at most this time. */
    private static final long JUDGED_NANOS = 10_000_000_000L;

    private final ProtocolSettings settings;
    private long[] calls = new long[0];
    private long spentNanos;

    private WarmUp(ProtocolSettings settings) {
        this.settings = settings;
    }

    /** Whether a steady state was reached within {@code settings.warmUpMaxNanos()}. */
    static boolean run(InferenceWorker worker, ProtocolSettings settings, Cancellation cancellation)
            throws WorkerException, Cancellation.CancelledException {
        WarmUp warmUp = new WarmUp(settings);
        while (true) {
            cancellation.check();
            warmUp.add(worker.run(CHUNK_NANOS, 1));
            if (warmUp.longEnough() && warmUp.steady()) {
                return true;
            }
            if (warmUp.longEnough() && warmUp.spentNanos >= settings.warmUpMaxNanos()) {
                return false;
            }
        }
    }

    private void add(InferenceWorker.Window window) {
        long[] more = window.calls().toArray();
        int before = calls.length;
        calls = Arrays.copyOf(calls, before + more.length);
        System.arraycopy(more, 0, calls, before, more.length);
        spentNanos += Arrays.stream(more).sum();
    }

    private boolean longEnough() {
        return calls.length >= settings.warmUpMinRuns() && spentNanos >= settings.warmUpMinNanos();
    }

    private boolean steady() {
        return Steadiness.latency(calls, Math.min(spentNanos, JUDGED_NANOS)).steady();
    }
}
