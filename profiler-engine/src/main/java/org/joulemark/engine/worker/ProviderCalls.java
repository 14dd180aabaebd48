package org.joulemark.engine.worker;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Map;
import org.joulemark.engine.model.ExecutionProvider;
import org.joulemark.engine.model.ExecutionProviders;
import org.joulemark.engine.model.ProviderId;

/** How a session asks ONNX Runtime for each of the {@link ExecutionProviders}. */
final class ProviderCalls {
    private static final Map<ProviderId, Call> CALLS = Map.of(
            ProviderId.CPU,
            (options, index) -> {},
            new ProviderId("cuda"),
            SessionOptions::addCUDA,
            new ProviderId("tensorrt"),
            ProviderCalls::addTensorRt);

    private ProviderCalls() {}

    /** Adds a provider to a session. */
    private interface Call {
        void addTo(SessionOptions options, int deviceIndex) throws OrtException;
    }

    /** The provider of that id. @throws RefusedException if there is none or no call for it */
    static ExecutionProvider named(String id) throws RefusedException {
        return ExecutionProviders.named(id)
                .filter(provider -> CALLS.containsKey(provider.id()))
                .orElseThrow(() -> new RefusedException("unknown execution provider '" + id + "'"));
    }

    /** Adds it to a session. @throws OrtException if it is not compiled in or its libraries do not load */
    static void add(ExecutionProvider provider, SessionOptions options, int deviceIndex) throws OrtException {
        Call call = CALLS.get(provider.id());
        if (call != null) {
            call.addTo(options, deviceIndex);
        }
    }

    /** TensorRT hands the nodes it does not take to CUDA, which is the same device. */
    private static void addTensorRt(SessionOptions options, int deviceIndex) throws OrtException {
        options.addTensorrt(deviceIndex);
        options.addCUDA(deviceIndex);
    }
}
