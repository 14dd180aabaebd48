package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Output sizes of operators that lay the same elements out anew. */
final class LayoutShapes {
    private LayoutShapes() {}

    static List<Long> flatten(Call call, List<Long> shape) {
        long axis = call.attributes().integer("axis", 1);
        int at = Math.clamp(axis < 0 ? axis + shape.size() : axis, 0, shape.size());
        return List.of(ShapeRules.product(shape.subList(0, at)), ShapeRules.product(shape.subList(at, shape.size())));
    }

    static @Nullable List<Long> reshape(Call call, List<Long> from) {
        List<Long> to = call.integers("shape", 1);
        if (to == null) {
            return null;
        }
        boolean zeroIsZero = call.attributes().integer("allowzero", 0) != 0;
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < to.size(); i++) {
            shape.add(to.get(i) == 0 && !zeroIsZero && i < from.size() ? from.get(i) : to.get(i));
        }
        int open = shape.indexOf(-1L);
        if (open >= 0) {
            shape.set(open, 1L);
            long rest = ShapeRules.product(shape);
            shape.set(open, rest <= 0 ? -1 : ShapeRules.product(from) / rest);
        }
        // A shape exported for another batch size does not hold the elements of batch 1.
        return ShapeRules.product(shape) == ShapeRules.product(from) ? shape : null;
    }

    static @Nullable List<Long> transpose(Call call, List<Long> shape) {
        List<Long> perm = call.attributes().integers("perm");
        if (perm.isEmpty()) {
            return shape.reversed();
        }
        if (perm.size() != shape.size() || perm.stream().anyMatch(axis -> axis < 0 || axis >= shape.size())) {
            return null;
        }
        return perm.stream().map(axis -> shape.get(axis.intValue())).toList();
    }

    static @Nullable List<Long> concat(Call call, List<Long> first) {
        Optional<Integer> axis = call.axis(0, first.size());
        if (axis.isEmpty()) {
            return null;
        }
        long sum = 0;
        for (int i = 0; i < call.node().getInputCount(); i++) {
            List<Long> shape = call.shape(i);
            if (shape == null || shape.size() != first.size()) {
                return null;
            }
            sum += shape.get(axis.get());
        }
        return with(first, axis.get(), sum);
    }

    static @Nullable List<Long> unsqueeze(Call call, List<Long> shape) {
        List<Long> axes = call.integers("axes", 1);
        List<Integer> at = axes == null ? null : Call.at(axes, shape.size() + axes.size());
        if (at == null) {
            return null;
        }
        List<Long> result = new ArrayList<>(shape);
        at.forEach(axis -> result.add(axis, 1L));
        return result;
    }

    static @Nullable List<Long> squeeze(Call call, List<Long> shape) {
        List<Long> axes = call.integers("axes", 1);
        if (axes != null && axes.isEmpty()) {
            return shape.stream().filter(size -> size != 1).toList();
        }
        List<Integer> at = axes == null ? null : Call.at(axes, shape.size());
        if (at == null) {
            return null;
        }
        List<Long> result = new ArrayList<>(shape);
        at.reversed().forEach(axis -> result.remove(axis.intValue()));
        return result;
    }

    static @Nullable List<Long> pad(Call call, List<Long> shape) {
        List<Long> pads = call.integers("pads", 1);
        if (pads == null || call.has(3) || pads.size() != 2 * shape.size()) {
            return null;
        }
        List<Long> result = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            result.add(shape.get(i) + pads.get(i) + pads.get(i + shape.size()));
        }
        return result;
    }

    static @Nullable List<Long> tile(Call call, List<Long> shape) {
        List<Long> repeats = call.integers(1);
        if (repeats == null || repeats.size() != shape.size()) {
            return null;
        }
        List<Long> result = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            result.add(Math.multiplyExact(shape.get(i), repeats.get(i)));
        }
        return result;
    }

    /** {@code shape} with another size at one axis. */
    static List<Long> with(List<Long> shape, int axis, long size) {
        List<Long> result = new ArrayList<>(shape);
        result.set(axis, size);
        return result;
    }
}
