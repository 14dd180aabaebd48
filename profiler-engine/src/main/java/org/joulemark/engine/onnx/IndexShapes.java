package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Output sizes of operators that pick or fold elements along axes. */
final class IndexShapes {
    private IndexShapes() {}

    static @Nullable List<Long> gather(Call call, List<Long> data) {
        Optional<Integer> axis = call.axis(0, data.size());
        List<Long> indices = call.shape(1);
        if (axis.isEmpty() || indices == null) {
            return null;
        }
        List<Long> shape = new ArrayList<>(data.subList(0, axis.get()));
        shape.addAll(indices);
        shape.addAll(data.subList(axis.get() + 1, data.size()));
        return shape;
    }

    static @Nullable List<Long> gatherNd(Call call, List<Long> data) {
        List<Long> indices = call.shape(1);
        if (indices == null || indices.isEmpty() || call.attributes().integer("batch_dims", 0) != 0) {
            return null;
        }
        long depth = indices.getLast();
        if (depth < 1 || depth > data.size()) {
            return null;
        }
        List<Long> shape = new ArrayList<>(indices.subList(0, indices.size() - 1));
        shape.addAll(data.subList((int) depth, data.size()));
        return shape;
    }

    static @Nullable List<Long> slice(Call call, List<Long> data) {
        List<Long> starts = call.integers("starts", 1);
        List<Long> ends = call.integers("ends", 2);
        List<Long> axes = call.integers("axes", 3);
        List<Long> steps = call.has(4) ? call.integers(4) : List.of();
        if (starts == null || ends == null || axes == null || steps == null || starts.size() != ends.size()) {
            return null;
        }
        List<Long> all = LongStream.range(0, starts.size()).boxed().toList();
        List<Long> ones = Collections.nCopies(starts.size(), 1L);
        return slice(data, new Cut(starts, ends, axes.isEmpty() ? all : axes, steps.isEmpty() ? ones : steps));
    }

    /** What a Slice cuts, one entry an axis. */
    private record Cut(List<Long> starts, List<Long> ends, List<Long> axes, List<Long> steps) {}

    private static @Nullable List<Long> slice(List<Long> data, Cut cut) {
        if (cut.axes().size() != cut.starts().size()
                || cut.steps().size() != cut.starts().size()) {
            return null;
        }
        List<Long> shape = new ArrayList<>(data);
        for (int i = 0; i < cut.axes().size(); i++) {
            Optional<Integer> axis = Call.at(cut.axes().get(i), data.size());
            if (axis.isEmpty() || cut.steps().get(i) == 0) {
                return null;
            }
            Range range =
                    Range.of(cut.starts().get(i), cut.ends().get(i), cut.steps().get(i), data.get(axis.get()));
            shape.set(axis.get(), range.count());
        }
        return shape;
    }

    /**
     * Indices first, first + step, … before end.
     *
     * @param first first index
     * @param end bound that is not reached
     * @param step distance, not 0
     */
    record Range(long first, long end, long step) {
        /** Clamps to an axis of {@code size} elements; negative positions count from its end. */
        static Range of(long start, long end, long step, long size) {
            long from = start < 0 ? start + size : start;
            long to = end < 0 ? Math.max(end, -size - 1) + size : end;
            return step > 0
                    ? new Range(Math.clamp(from, 0, size), Math.clamp(to, 0, size), step)
                    : new Range(Math.clamp(from, 0, Math.max(0, size - 1)), Math.clamp(to, -1, size - 1), step);
        }

        long count() {
            long span = step > 0 ? end - first : first - end;
            return span <= 0 ? 0 : (span - 1) / Math.max(1, Math.abs(step)) + 1;
        }
    }

    static List<@Nullable List<Long>> split(Call call, List<Long> data) {
        Optional<Integer> axis = call.axis(0, data.size());
        List<Long> sizes = call.integers("split", 1);
        int outputs = call.node().getOutputCount();
        if (axis.isEmpty() || sizes == null || outputs == 0) {
            return List.of();
        }
        long whole = data.get(axis.get());
        long even = Math.ceilDiv(whole, outputs);
        List<@Nullable List<Long>> shapes = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            long size = i < sizes.size() ? sizes.get(i) : Math.clamp(whole - even * i, 0, even);
            shapes.add(LayoutShapes.with(data, axis.get(), size));
        }
        return shapes;
    }

    static @Nullable List<Long> reduced(Call call, List<Long> data) {
        List<Long> axes = call.integers("axes", 1);
        if (axes == null) {
            return null;
        }
        if (axes.isEmpty() && call.attributes().integer("noop_with_empty_axes", 0) != 0) {
            return data;
        }
        List<Long> all = LongStream.range(0, data.size()).boxed().toList();
        return without(call, data, axes.isEmpty() ? all : axes);
    }

    static @Nullable List<Long> argument(Call call, List<Long> data) {
        return without(call, data, List.of(call.attributes().integer("axis", 0)));
    }

    private static @Nullable List<Long> without(Call call, List<Long> data, List<Long> axes) {
        List<Integer> at = Call.at(axes, data.size());
        if (at == null) {
            return null;
        }
        boolean keep = call.attributes().integer("keepdims", 1) != 0;
        List<Long> shape = new ArrayList<>(data);
        for (int axis : at.reversed()) {
            if (keep) {
                shape.set(axis, 1L);
            } else {
                shape.remove(axis);
            }
        }
        return shape;
    }

    static @Nullable List<Long> topK(Call call, List<Long> data) {
        List<Long> k =
                call.has(1) ? call.integers(1) : List.of(call.attributes().integer("k", -1));
        Optional<Integer> axis = call.axis(-1, data.size());
        return k == null || k.size() != 1 || axis.isEmpty() ? null : LayoutShapes.with(data, axis.get(), k.getFirst());
    }
}
