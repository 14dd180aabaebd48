package org.joulemark.engine.worker;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.ValueSpec;

/** Declared inputs and outputs as ONNX Runtime describes them. */
final class Specs {
    private Specs() {}

    /** A query of a session that fails for types the Java interface cannot describe. */
    interface Query {
        Collection<NodeInfo> get() throws OrtException;
    }

    static List<ValueSpec> of(Query query, String what) throws RefusedException {
        try {
            return query.get().stream().map(Specs::of).toList();
        } catch (OrtException e) {
            // The Java interface throws for optional types, and only for them.
            throw new RefusedException("its " + what
                    + " have a type the Java interface of ONNX Runtime cannot describe (optional): " + e.getMessage());
        }
    }

    private static ValueSpec of(NodeInfo node) {
        return switch (node.getInfo()) {
            case TensorInfo tensor -> tensor(node.getName(), tensor);
            case SequenceInfo sequence ->
                new ValueSpec(node.getName(), "sequence", ElementType.UNDEFINED, null, text(sequence));
            case MapInfo map -> new ValueSpec(node.getName(), "map", ElementType.UNDEFINED, null, text(map));
            default -> new ValueSpec(node.getName(), "unknown", ElementType.UNDEFINED, null, "unknown");
        };
    }

    private static ValueSpec tensor(String name, TensorInfo info) {
        ElementType type = Types.elementType(info);
        long[] sizes = info.getShape();
        String[] symbols = info.getDimensionNames();
        List<Dimension> shape = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            String symbol = symbols != null && i < symbols.length && !symbols[i].isEmpty() ? symbols[i] : null;
            shape.add(new Dimension(sizes[i], sizes[i] < 0 ? symbol : null));
        }
        String text = type + shape.stream().map(Dimension::toString).collect(Collectors.joining(",", "[", "]"));
        return new ValueSpec(name, "tensor", type, shape, text);
    }

    private static String text(SequenceInfo sequence) {
        MapInfo map = sequence.mapInfo;
        return "sequence(" + (map == null ? lower(sequence.sequenceType) : text(map)) + ")";
    }

    private static String text(MapInfo map) {
        return "map(" + lower(map.keyType) + "," + lower(map.valueType) + ")";
    }

    private static String lower(Enum<?> type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
