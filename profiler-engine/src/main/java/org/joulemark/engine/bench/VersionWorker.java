package org.joulemark.engine.bench;

import java.util.List;
import org.joulemark.engine.model.Finding;
import org.jspecify.annotations.Nullable;

/** The worker of one version, started when it is needed and ended between, and what it told. */
final class VersionWorker implements AutoCloseable {
    private final VersionInputs inputs;
    private @Nullable InferenceWorker worker;
    private InferenceWorker.@Nullable Ready ready;
    private @Nullable FirstLoad firstLoad;
    private long peakResidentBytes;

    VersionWorker(VersionInputs inputs) {
        this.inputs = inputs;
    }

    /**
     * The first time the model was loaded and fed; later ones find its files in memory.
     *
     * @param loaded what the worker said of the model
     * @param fed what it said of the inputs
     */
    record FirstLoad(InferenceWorker.Loaded loaded, InferenceWorker.Fed fed) {}

    /** Starts the worker, loads and feeds it, unless it is there already. */
    InferenceWorker open(WorkerFactory workers, WorkerSettings settings, LoadRequest request) throws WorkerException {
        InferenceWorker open = worker;
        if (open != null) {
            return open;
        }
        InferenceWorker started = workers.start(settings);
        worker = started;
        ready = started.ready();
        FirstLoad now = new FirstLoad(started.load(request), inputs.feed(started, request.freeDimensions()));
        if (firstLoad == null) {
            firstLoad = now;
            inputs.noticed(now.fed());
        }
        return started;
    }

    /** What the last worker told of itself; null if none ever started. */
    InferenceWorker.@Nullable Ready ready() {
        return ready;
    }

    /** Null if the model was never loaded and fed. */
    @Nullable
    FirstLoad firstLoad() {
        return firstLoad;
    }

    /** Most resident memory a worker that has ended had taken, in bytes; 0 if unknown. */
    long peakResidentBytes() {
        return peakResidentBytes;
    }

    /** What was noticed when the model was fed. */
    List<Finding> findings() {
        return inputs.findings();
    }

    /** Ends the worker; its peak memory is read before it goes. */
    @Override
    public void close() {
        InferenceWorker open = worker;
        if (open != null) {
            peakResidentBytes = Math.max(peakResidentBytes, open.peakResidentBytes());
            open.close();
            worker = null;
        }
    }
}
