package org.joulemark.engine.worker;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Buffers for outputs, so that a timed call allocates none: only where all outputs are numeric tensors. */
final class PinnedOutputs {
    private PinnedOutputs() {}

    /** Buffers of the shapes of {@code sample}; empty where some output cannot be pinned. */
    static Map<String, OnnxTensor> like(OrtSession.Result sample, OrtEnvironment environment) throws OrtException {
        Map<String, OnnxTensor> pinned = new LinkedHashMap<>();
        for (Map.Entry<String, OnnxValue> entry : sample) {
            if (!(entry.getValue() instanceof OnnxTensor tensor) || !pinnable(tensor.getInfo())) {
                pinned.values().forEach(OnnxTensor::close);
                return Map.of();
            }
            pinned.put(entry.getKey(), like(tensor.getInfo(), environment));
        }
        return pinned;
    }

    private static boolean pinnable(TensorInfo info) {
        return Types.readable(info) && info.type != OnnxJavaType.STRING && info.getNumElements() > 0;
    }

    private static OnnxTensor like(TensorInfo info, OrtEnvironment environment) throws OrtException {
        int bytes = Math.toIntExact(Math.multiplyExact(info.getNumElements(), info.type.size));
        ByteBuffer buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
        return OnnxTensor.createTensor(environment, buffer, info.getShape(), info.type);
    }
}
