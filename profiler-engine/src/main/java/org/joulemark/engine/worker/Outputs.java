package org.joulemark.engine.worker;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;

/** Reads values of ONNX Runtime into ours; never asks for a value of a type that may end the process. */
final class Outputs {
    private Outputs() {}

    static OutputValue read(String name, OnnxValue value) throws OrtException {
        return switch (value) {
            case OnnxTensor tensor -> tensor(name, tensor);
            case OnnxSequence sequence when sequence.getInfo().isSequenceOfMaps() -> maps(name, sequence);
            default -> new OutputValue.Unreadable(name, "of type " + value.getType() + ", which is not compared");
        };
    }

    private static OutputValue tensor(String name, OnnxTensor tensor) throws OrtException {
        TensorInfo info = tensor.getInfo();
        ElementType type = Types.elementType(info);
        if (!Types.readable(info)) {
            return new OutputValue.Unreadable(
                    name, "a tensor of " + info.onnxType + ", which the Java interface of ONNX Runtime cannot read");
        }
        List<Long> shape = Arrays.stream(info.getShape()).boxed().toList();
        if (type == ElementType.STRING) {
            return new OutputValue.TensorValue(TensorData.strings(name, shape, strings(tensor.getValue())));
        }
        return new OutputValue.TensorValue(TensorData.numeric(name, type, shape, tensor.getByteBuffer()));
    }

    /** Strings come as a (nested) array, or as one string for a scalar. */
    private static List<String> strings(Object value) {
        List<String> flat = new ArrayList<>();
        flatten(value, flat);
        return flat;
    }

    private static void flatten(Object value, List<String> into) {
        if (value instanceof Object[] array) {
            for (Object item : array) {
                flatten(item, into);
            }
        } else {
            into.add((String) value);
        }
    }

    /** A classifier's probabilities: one map of class to score a row; becomes [rows, classes], classes sorted. */
    private static OutputValue maps(String name, OnnxSequence sequence) throws OrtException {
        List<Map<?, ?>> rows = new ArrayList<>();
        for (OnnxValue item : sequence.getValue()) {
            try (item) {
                rows.add(new TreeMap<>(((OnnxMap) item).getValue()));
            }
        }
        int keys = rows.isEmpty() ? 0 : rows.getFirst().size();
        ByteBuffer bytes = ByteBuffer.allocate(rows.size() * keys * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (Map<?, ?> row : rows) {
            if (row.size() != keys || !row.values().stream().allMatch(Number.class::isInstance)) {
                return new OutputValue.Unreadable(name, "a sequence of maps of different size or without numbers");
            }
            row.values().forEach(score -> bytes.putFloat(((Number) score).floatValue()));
        }
        return new OutputValue.TensorValue(
                TensorData.numeric(name, ElementType.FLOAT, List.of((long) rows.size(), (long) keys), bytes.flip()));
    }
}
