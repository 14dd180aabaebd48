package org.joulemark.engine.worker;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.TensorData;
import org.jspecify.annotations.Nullable;

/** Makes tensors of ONNX Runtime from rows of ours. */
final class Tensors {
    private final OrtEnvironment environment;

    Tensors(OrtEnvironment environment) {
        this.environment = environment;
    }

    /** The whole tensor. */
    OnnxTensor whole(TensorData data) throws OrtException, RefusedException {
        return create(data, data.shape(), data.elementBytes(), data.strings());
    }

    /** Rows [from, from + count) of the tensor; row numbers beyond the last wrap to the first ones. */
    OnnxTensor rows(TensorData data, long from, int count) throws OrtException, RefusedException {
        long rows = data.shape().getFirst();
        List<Long> shape = new ArrayList<>(data.shape());
        shape.set(0, (long) count);
        List<String> strings = data.strings();
        if (strings != null) {
            return create(data, shape, ByteBuffer.allocate(0), wrapped(strings, rows, from, count));
        }
        ByteBuffer all = data.elementBytes();
        int rowBytes = rows == 0 ? 0 : Math.toIntExact(all.remaining() / rows);
        ByteBuffer part = ByteBuffer.allocate(Math.multiplyExact(rowBytes, count));
        for (int i = 0; i < count; i++) {
            int row = Math.toIntExact((from + i) % rows);
            part.put(all.slice(row * rowBytes, rowBytes));
        }
        return create(data, shape, part.flip(), null);
    }

    private static List<String> wrapped(List<String> strings, long rows, long from, int count) {
        int width = Math.toIntExact(strings.size() / rows);
        List<String> part = new ArrayList<>(width * count);
        for (int i = 0; i < count; i++) {
            int row = Math.toIntExact((from + i) % rows);
            part.addAll(strings.subList(row * width, (row + 1) * width));
        }
        return part;
    }

    private OnnxTensor create(TensorData data, List<Long> shape, ByteBuffer bytes, @Nullable List<String> strings)
            throws OrtException, RefusedException {
        long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
        if (strings != null) {
            return OnnxTensor.createTensor(environment, strings.toArray(String[]::new), sizes);
        }
        OnnxJavaType type = Types.javaType(data.type())
                .orElseThrow(() -> new RefusedException("input '" + data.name() + "' is " + data.type()
                        + ", a type the Java interface of ONNX Runtime cannot create"));
        ByteBuffer direct = ByteBuffer.allocateDirect(bytes.remaining()).order(ByteOrder.nativeOrder());
        direct.put(bytes).flip();
        return OnnxTensor.createTensor(environment, direct, sizes, type);
    }
}
