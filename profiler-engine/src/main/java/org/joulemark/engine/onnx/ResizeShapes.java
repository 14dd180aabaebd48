package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Output sizes of operators that scale an image or trade its channels for its area. */
final class ResizeShapes {
    private ResizeShapes() {}

    static @Nullable List<Long> output(Call call, List<Long> shape) {
        boolean plain = call.attributes().integers("axes").isEmpty()
                && !call.attributes().text("keep_aspect_ratio_policy").startsWith("not_");
        if (!plain) {
            return null;
        }
        if (call.has(3)) {
            List<Long> sizes = call.integers(3);
            return sizes != null && sizes.size() == shape.size() ? sizes : null;
        }
        List<Float> scales = scales(call);
        return scales == null || scales.size() != shape.size() ? null : scaled(shape, scales);
    }

    /** Scales are the second input of Upsample and the first Resize, the third of later ones, once an attribute. */
    private static @Nullable List<Float> scales(Call call) {
        if (call.has(2)) {
            return call.floats(2);
        }
        return call.has(1)
                ? call.floats(1)
                : call.attributes()
                        .find("scales")
                        .map(scale -> scale.getFloatsList())
                        .orElse(null);
    }

    private static List<Long> scaled(List<Long> shape, List<Float> scales) {
        List<Long> result = new ArrayList<>();
        for (int i = 0; i < shape.size(); i++) {
            result.add((long) Math.floor((double) shape.get(i) * scales.get(i)));
        }
        return result;
    }

    static @Nullable List<Long> depthToSpace(Call call, List<Long> shape) {
        long block = call.attributes().integer("blocksize", 0);
        return shape.size() != 4 || block < 1
                ? null
                : List.of(
                        shape.getFirst(),
                        shape.get(1) / Math.multiplyExact(block, block),
                        Math.multiplyExact(shape.get(2), block),
                        Math.multiplyExact(shape.get(3), block));
    }

    static @Nullable List<Long> spaceToDepth(Call call, List<Long> shape) {
        long block = call.attributes().integer("blocksize", 0);
        return shape.size() != 4 || block < 1
                ? null
                : List.of(
                        shape.getFirst(),
                        Math.multiplyExact(shape.get(1), Math.multiplyExact(block, block)),
                        shape.get(2) / block,
                        shape.get(3) / block);
    }
}
