package org.joulemark.engine.bench;

import java.nio.file.Path;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.UserError;

/** Starts real worker processes. */
public final class WorkerProcesses implements WorkerFactory {
    @Override
    public InferenceWorker start(WorkerSettings settings) throws WorkerException {
        try {
            Path ortHome = settings.ortHome();
            NativeCache natives =
                    ortHome == null ? NativeCache.bundled(settings.cacheFolder()) : NativeCache.of(ortHome);
            return WorkerProcess.start(settings, natives);
        } catch (UserError e) {
            throw new WorkerException(new Failure("start", "error", e.line(), ""));
        }
    }
}
