package org.joulemark.engine.bench;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How worker processes are started.
 *
 * @param cacheFolder where natives are unpacked once
 * @param ortHome folder of another build of ONNX Runtime (GPU); null for the bundled CPU build
 * @param memoryLimitBytes a worker whose resident memory grows beyond is ended
 * @param hangNanos a worker that does not answer for so long beyond what it was asked to run is ended
 */
public record WorkerSettings(Path cacheFolder, @Nullable Path ortHome, long memoryLimitBytes, long hangNanos) {}
