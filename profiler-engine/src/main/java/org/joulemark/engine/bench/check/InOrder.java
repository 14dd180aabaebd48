package org.joulemark.engine.bench.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Hands on results in the order of the models, whichever lane has its own first; safe for use by several threads. */
final class InOrder {
    private final Consumer<CheckResult> each;
    private final Map<Integer, CheckResult> waiting = new HashMap<>();
    private int next;

    InOrder(Consumer<CheckResult> each) {
        this.each = each;
    }

    /** Takes the result of the model at {@code place}, and hands on what no longer waits for an earlier one. */
    synchronized void take(int place, CheckResult result) {
        waiting.put(place, result);
        for (CheckResult ready = waiting.remove(next); ready != null; ready = waiting.remove(next)) {
            next++;
            each.accept(ready);
        }
    }
}
