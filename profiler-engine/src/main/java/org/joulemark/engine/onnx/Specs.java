package org.joulemark.engine.onnx;

import java.util.List;
import java.util.stream.Collectors;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.ValueSpec;
import org.joulemark.onnx.proto.Onnx;
import org.jspecify.annotations.Nullable;

/** Declared types as the file states them. */
final class Specs {
    private Specs() {}

    static ValueSpec of(Onnx.ValueInfoProto value) {
        Onnx.TypeProto type = value.getType();
        return switch (type.getValueCase()) {
            case TENSOR_TYPE -> {
                Onnx.TypeProto.Tensor tensor = type.getTensorType();
                yield new ValueSpec(
                        value.getName(),
                        "tensor",
                        ElementType.ofOnnxNumber(tensor.getElemType()),
                        tensor.hasShape() ? shape(tensor.getShape()) : null,
                        text(type));
            }
            case SEQUENCE_TYPE -> other(value, "sequence");
            case MAP_TYPE -> other(value, "map");
            case OPTIONAL_TYPE -> other(value, "optional");
            case SPARSE_TENSOR_TYPE -> other(value, "sparse tensor");
            case OPAQUE_TYPE -> other(value, "opaque");
            case VALUE_NOT_SET -> other(value, "undeclared");
        };
    }

    private static ValueSpec other(Onnx.ValueInfoProto value, String kind) {
        return new ValueSpec(value.getName(), kind, ElementType.UNDEFINED, null, text(value.getType()));
    }

    static List<Dimension> shape(Onnx.TensorShapeProto shape) {
        return shape.getDimList().stream()
                .map(dim -> switch (dim.getValueCase()) {
                    case DIM_VALUE -> new Dimension(dim.getDimValue(), null);
                    case DIM_PARAM -> new Dimension(-1, symbol(dim.getDimParam()));
                    case VALUE_NOT_SET -> new Dimension(-1, null);
                })
                .toList();
    }

    private static @Nullable String symbol(String name) {
        return name.isEmpty() ? null : name;
    }

    private static String text(Onnx.TypeProto type) {
        return switch (type.getValueCase()) {
            case TENSOR_TYPE -> {
                Onnx.TypeProto.Tensor tensor = type.getTensorType();
                yield ElementType.ofOnnxNumber(tensor.getElemType())
                        + (tensor.hasShape()
                                ? shape(tensor.getShape()).stream()
                                        .map(Dimension::toString)
                                        .collect(Collectors.joining(",", "[", "]"))
                                : "[unknown rank]");
            }
            case SEQUENCE_TYPE -> "sequence(" + text(type.getSequenceType().getElemType()) + ")";
            case MAP_TYPE ->
                "map(" + ElementType.ofOnnxNumber(type.getMapType().getKeyType()) + ","
                        + text(type.getMapType().getValueType()) + ")";
            case OPTIONAL_TYPE -> "optional(" + text(type.getOptionalType().getElemType()) + ")";
            case SPARSE_TENSOR_TYPE ->
                "sparse(" + ElementType.ofOnnxNumber(type.getSparseTensorType().getElemType()) + ")";
            case OPAQUE_TYPE -> "opaque";
            case VALUE_NOT_SET -> "undeclared";
        };
    }
}
