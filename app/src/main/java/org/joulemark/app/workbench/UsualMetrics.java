package org.joulemark.app.workbench;

import java.util.Set;

/** The metrics shown where nobody asks for others, the same at every door. */
public final class UsualMetrics {
    /** Their ids. */
    public static final Set<String> IDS = Set.of(
            "accuracy.top1",
            "accuracy.rmse",
            "latency.p50",
            "latency.p99",
            "throughput",
            "energy.gross.wh1000",
            "energy.net.wh1000",
            "co2e.1000",
            "size.bytes",
            "model.macs");

    private UsualMetrics() {}
}
