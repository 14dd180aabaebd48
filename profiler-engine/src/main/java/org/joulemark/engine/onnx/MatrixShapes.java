package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Output sizes of matrix products and recurrent layers. */
final class MatrixShapes {
    private MatrixShapes() {}

    static @Nullable List<Long> gemm(Call call, List<Long> a, @Nullable List<Long> b) {
        if (b == null || a.size() != 2 || b.size() != 2) {
            return null;
        }
        Attributes attributes = call.attributes();
        return List.of(
                a.get(attributes.integer("transA", 0) == 0 ? 0 : 1),
                b.get(attributes.integer("transB", 0) == 0 ? 1 : 0));
    }

    /** As numpy.matmul: vectors count as a row or a column that is dropped again. */
    static @Nullable List<Long> product(List<Long> a, @Nullable List<Long> b) {
        if (b == null || a.isEmpty() || b.isEmpty()) {
            return null;
        }
        List<Long> left = a.subList(0, Math.max(0, a.size() - 2));
        List<Long> batch = ShapeRules.broadcast(left, b.subList(0, Math.max(0, b.size() - 2)));
        long inner = b.get(Math.max(0, b.size() - 2));
        if (batch == null || !a.getLast().equals(inner)) {
            return null;
        }
        List<Long> shape = new ArrayList<>(batch);
        if (a.size() > 1) {
            shape.add(a.get(a.size() - 2));
        }
        if (b.size() > 1) {
            shape.add(b.getLast());
        }
        return shape;
    }

    /** com.microsoft.MatMulNBits keeps K and N in attributes, since its weights are packed. */
    static @Nullable List<Long> blockQuantized(Call call, List<Long> first) {
        long columns = call.attributes().integer("N", -1);
        if (columns < 0 || first.isEmpty()) {
            return null;
        }
        List<Long> shape = new ArrayList<>(first);
        shape.set(shape.size() - 1, columns);
        return shape;
    }

    /** [sequence, directions, batch, hidden], the default layout. */
    static @Nullable List<Long> recurrent(Call call, List<Long> first) {
        long hidden = call.attributes().integer("hidden_size", -1);
        if (hidden < 0 || first.size() != 3 || call.attributes().integer("layout", 0) != 0) {
            return null;
        }
        long directions = call.attributes().text("direction").equals("bidirectional") ? 2 : 1;
        return List.of(first.getFirst(), directions, first.get(1), hidden);
    }

    /** Last hidden and cell state behind all hidden states. */
    static List<@Nullable List<Long>> lastStates(@Nullable List<Long> states) {
        List<Long> last = states == null ? null : states.subList(1, states.size());
        return Arrays.asList(last, last);
    }
}
