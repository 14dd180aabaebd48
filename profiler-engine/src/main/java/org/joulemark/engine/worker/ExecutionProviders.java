package org.joulemark.engine.worker;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.List;

/** The execution providers on offer. Add yours here. */
final class ExecutionProviders {
    static final List<ExecutionProvider> ALL = List.of(
            new Provider("cpu", "CPU", true, (options, index) -> {}),
            new Provider("cuda", "CUDA", false, SessionOptions::addCUDA),
            new Provider("tensorrt", "TENSOR_RT", false, ExecutionProviders::addTensorRt));

    private ExecutionProviders() {}

    /** TensorRT hands the nodes it does not take to CUDA, which is the same device. */
    private static void addTensorRt(SessionOptions options, int deviceIndex) throws OrtException {
        options.addTensorrt(deviceIndex);
        options.addCUDA(deviceIndex);
    }

    private interface Adder {
        void add(SessionOptions options, int deviceIndex) throws OrtException;
    }

    private record Provider(String id, String ortName, boolean cpu, Adder adder) implements ExecutionProvider {
        @Override
        public void addTo(SessionOptions options, int deviceIndex) throws OrtException {
            adder.add(options, deviceIndex);
        }
    }
}
