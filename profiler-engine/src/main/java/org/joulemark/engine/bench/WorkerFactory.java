package org.joulemark.engine.bench;

/** Starts workers; the runner's only way to one, so that tests can bring their own. */
public interface WorkerFactory {
    /** Starts a worker and waits until it is ready. */
    InferenceWorker start(WorkerSettings settings) throws WorkerException;
}
