package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Output sizes of convolutions and poolings over [batch, channels, spatial…]. */
final class SpatialShapes {
    private final Attributes attributes;
    private final List<Long> input;
    private final List<Long> kernel;

    private SpatialShapes(Attributes attributes, List<Long> input, List<Long> kernel) {
        this.attributes = attributes;
        this.input = input;
        this.kernel = kernel;
    }

    static @Nullable List<Long> output(Call call, List<Long> input) {
        return call.node().getOpType().endsWith("Pool") ? pooled(call, input) : convolved(call, input);
    }

    static @Nullable List<Long> global(Call call, List<Long> input) {
        if (input.size() < 2 || call.attributes().integer("channels_last", 0) != 0) {
            return null;
        }
        List<Long> pooled = new ArrayList<>(input.subList(0, 2));
        pooled.addAll(Collections.nCopies(input.size() - 2, 1L));
        return pooled;
    }

    private static @Nullable List<Long> pooled(Call call, List<Long> input) {
        List<Long> kernel = call.attributes().integers("kernel_shape");
        boolean other = call.attributes().integer("channels_last", 0) != 0;
        return other || input.size() < 3 || kernel.size() != input.size() - 2
                ? null
                : new SpatialShapes(call.attributes(), input, kernel).sizes(input.get(1), false);
    }

    private static @Nullable List<Long> convolved(Call call, List<Long> input) {
        List<Long> weight = call.shape(call.node().getOpType().equals("QLinearConv") ? 3 : 1);
        if (weight == null || input.size() < 3 || weight.size() != input.size()) {
            return null;
        }
        Attributes attributes = call.attributes();
        boolean transposed = call.node().getOpType().equals("ConvTranspose");
        long channels =
                transposed ? Math.multiplyExact(weight.get(1), attributes.integer("group", 1)) : weight.getFirst();
        return new SpatialShapes(attributes, input, weight.subList(2, weight.size())).sizes(channels, transposed);
    }

    private List<Long> sizes(long channels, boolean transposed) {
        List<Long> shape = new ArrayList<>(List.of(input.getFirst(), channels));
        for (int i = 0; i < kernel.size(); i++) {
            shape.add(transposed ? transposedSize(i) : size(i));
        }
        return shape;
    }

    private long size(int i) {
        long in = input.get(i + 2);
        long stride = at("strides", i, 1);
        if (attributes.text("auto_pad").startsWith("SAME")) {
            return (in + stride - 1) / stride;
        }
        long span = in + pads(i) - (at("dilations", i, 1) * (kernel.get(i) - 1) + 1);
        if (attributes.integer("ceil_mode", 0) == 0) {
            return Math.floorDiv(span, stride) + 1;
        }
        long out = Math.ceilDiv(span, stride) + 1;
        // A last window that would begin behind the input and its front padding is left out.
        return (out - 1) * stride >= in + frontPad(i) ? out - 1 : out;
    }

    private long transposedSize(int i) {
        List<Long> stated = attributes.integers("output_shape");
        if (i < stated.size()) {
            return stated.get(stated.size() - kernel.size() + i);
        }
        if (attributes.text("auto_pad").startsWith("SAME")) {
            return at("strides", i, 1) * input.get(i + 2);
        }
        long spread = at("dilations", i, 1) * (kernel.get(i) - 1) + 1;
        return at("strides", i, 1) * (input.get(i + 2) - 1) + at("output_padding", i, 0) + spread - pads(i);
    }

    private long frontPad(int i) {
        List<Long> pads = attributes.integers("pads");
        return i < pads.size() ? pads.get(i) : 0;
    }

    private long pads(int i) {
        List<Long> pads = attributes.integers("pads");
        return pads.size() < 2 * kernel.size() ? 0 : pads.get(i) + pads.get(i + kernel.size());
    }

    private long at(String name, int i, long otherwise) {
        List<Long> values = attributes.integers(name);
        return i < values.size() ? Math.max(name.equals("strides") ? 1 : 0, values.get(i)) : otherwise;
    }
}
