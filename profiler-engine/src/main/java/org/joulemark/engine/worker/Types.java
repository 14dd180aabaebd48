package org.joulemark.engine.worker;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.Map;
import java.util.Optional;
import org.joulemark.engine.model.ElementType;

/** Our element types against those of the Java interface of ONNX Runtime. */
final class Types {
    private static final Map<ElementType, OnnxJavaType> JAVA = Map.ofEntries(
            Map.entry(ElementType.FLOAT, OnnxJavaType.FLOAT),
            Map.entry(ElementType.DOUBLE, OnnxJavaType.DOUBLE),
            Map.entry(ElementType.INT8, OnnxJavaType.INT8),
            Map.entry(ElementType.INT16, OnnxJavaType.INT16),
            Map.entry(ElementType.INT32, OnnxJavaType.INT32),
            Map.entry(ElementType.INT64, OnnxJavaType.INT64),
            Map.entry(ElementType.UINT8, OnnxJavaType.UINT8),
            Map.entry(ElementType.BOOL, OnnxJavaType.BOOL),
            Map.entry(ElementType.FLOAT16, OnnxJavaType.FLOAT16),
            Map.entry(ElementType.BFLOAT16, OnnxJavaType.BFLOAT16),
            Map.entry(ElementType.STRING, OnnxJavaType.STRING));

    private Types() {}

    /** The Java type tensors of this element type are made of; empty where the Java interface has none. */
    static Optional<OnnxJavaType> javaType(ElementType type) {
        return Optional.ofNullable(JAVA.get(type));
    }

    /** The element type of a tensor, as exact as the Java interface tells. */
    static ElementType elementType(TensorInfo info) {
        String name = info.onnxType.name().substring("ONNX_TENSOR_ELEMENT_DATA_TYPE_".length());
        for (ElementType type : ElementType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        return ElementType.UNDEFINED;
    }

    /** Whether values of this type can be read in Java. */
    static boolean readable(TensorInfo info) {
        return info.type != OnnxJavaType.UNKNOWN && javaType(elementType(info)).isPresent();
    }
}
