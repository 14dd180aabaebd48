package org.joulemark.engine.power.nvml;

import java.util.concurrent.atomic.AtomicInteger;

/** A session shared by several holders; the last to give it back ends it. */
final class NvmlLease {
    private final NvmlScope scope;
    private final AtomicInteger holders = new AtomicInteger();

    NvmlLease(NvmlScope scope) {
        this.scope = scope;
    }

    NvmlLease taken() {
        holders.incrementAndGet();
        return this;
    }

    void givenBack() {
        if (holders.decrementAndGet() == 0) {
            scope.close();
        }
    }
}
