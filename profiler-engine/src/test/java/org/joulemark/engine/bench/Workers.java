package org.joulemark.engine.bench;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.joulemark.engine.model.ProviderId;

/** Real workers for tests. */
public final class Workers {
    /** Where the tests unpack the natives, once for all. */
    public static final Path CACHE = Path.of("target", "worker-cache").toAbsolutePath();

    private Workers() {}

    /** Settings with this patience. */
    public static WorkerSettings settings(long hangSeconds, long memoryMebibytes) {
        return new WorkerSettings(CACHE, null, memoryMebibytes << 20, TimeUnit.SECONDS.toNanos(hangSeconds));
    }

    /** A started worker. */
    public static InferenceWorker start(long hangSeconds) throws WorkerException {
        return new WorkerProcesses().start(settings(hangSeconds, 4096));
    }

    /** A request for the CPU. */
    public static LoadRequest request(Path model) {
        return new LoadRequest(model, ProviderId.CPU, 0, 1, Map.of(), true);
    }
}
