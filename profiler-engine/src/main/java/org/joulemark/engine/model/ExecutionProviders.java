package org.joulemark.engine.model;

import java.util.List;
import java.util.Optional;

/** The execution providers on offer. Add yours here, and its call to ONNX Runtime in the worker. */
public final class ExecutionProviders {
    /** All, the usual one of each kind of device before others of that kind. */
    public static final List<ExecutionProvider> ALL = List.of(
            new ExecutionProvider(ProviderId.CPU, "CPU", "CPU", DeviceId.Kind.CPU),
            new ExecutionProvider(new ProviderId("cuda"), "CUDA", "CUDA", DeviceId.Kind.GPU),
            new ExecutionProvider(new ProviderId("tensorrt"), "TENSOR_RT", "TensorRT", DeviceId.Kind.GPU));

    private ExecutionProviders() {}

    /** The one whose id is written so, as a person types it. */
    public static Optional<ExecutionProvider> named(String text) {
        return ALL.stream().filter(one -> one.id().value().equals(text)).findFirst();
    }

    /** The usual one of a kind of device. */
    public static ExecutionProvider usual(DeviceId.Kind device) {
        return ALL.stream().filter(one -> one.device() == device).findFirst().orElseThrow();
    }

    /** Ids in words, for example "cpu, cuda, tensorrt". */
    public static String words() {
        return String.join(", ", ALL.stream().map(one -> one.id().value()).toList());
    }
}
