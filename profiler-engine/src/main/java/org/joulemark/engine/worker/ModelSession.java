package org.joulemark.engine.worker;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.ExecutionProvider;
import org.joulemark.engine.model.ValueSpec;
import org.joulemark.engine.protocol.HostMessage;
import org.jspecify.annotations.Nullable;

/** One loaded model. */
final class ModelSession implements AutoCloseable {
    private final HostMessage.Load request;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final long loadNanos;

    ModelSession(OrtEnvironment environment, HostMessage.Load request) throws OrtException, RefusedException {
        this.environment = environment;
        this.request = request;
        long start = System.nanoTime();
        this.session = open(null);
        this.loadNanos = System.nanoTime() - start;
    }

    /** Opens a second session of the same model that writes a profile. */
    OrtSession profiled(String filePrefix) throws OrtException, RefusedException {
        return open(filePrefix);
    }

    private OrtSession open(@Nullable String profilePrefix) throws OrtException, RefusedException {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(request.intraOpThreads());
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            for (Map.Entry<String, Long> size : request.freeDimensions().entrySet()) {
                options.setSymbolicDimensionValue(size.getKey(), size.getValue());
            }
            ExecutionProvider provider = ProviderCalls.named(request.provider());
            if (provider.device() != DeviceId.Kind.CPU && request.strictPlacement()) {
                // Without this a node the GPU does not take runs on the CPU, and the label would lie.
                options.addConfigEntry("session.disable_cpu_ep_fallback", "1");
            }
            ProviderCalls.add(provider, options, request.deviceIndex());
            if (profilePrefix != null) {
                options.setOptimizationLevel(SessionOptions.OptLevel.BASIC_OPT);
                options.enableProfiling(profilePrefix);
            }
            return environment.createSession(request.modelPath(), options);
        }
    }

    OrtEnvironment environment() {
        return environment;
    }

    OrtSession session() {
        return session;
    }

    long loadNanos() {
        return loadNanos;
    }

    List<ValueSpec> inputs() throws RefusedException {
        return Specs.of(() -> session.getInputInfo().values(), "inputs");
    }

    List<ValueSpec> outputs() throws RefusedException {
        return Specs.of(() -> session.getOutputInfo().values(), "outputs");
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
