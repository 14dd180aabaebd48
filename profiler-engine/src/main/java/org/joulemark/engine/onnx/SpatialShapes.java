package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.onnx.proto.Onnx;
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

    static @Nullable List<Long> output(Onnx.NodeProto node, List<List<Long>> inputs) {
        List<Long> input = inputs.getFirst();
        return node.getOpType().endsWith("Pool") ? pooled(node, input) : convolved(node, inputs);
    }

    private static @Nullable List<Long> pooled(Onnx.NodeProto node, List<Long> input) {
        Attributes attributes = new Attributes(node);
        List<Long> kernel = attributes.integers("kernel_shape");
        return input.size() < 3 || kernel.size() != input.size() - 2
                ? null
                : new SpatialShapes(attributes, input, kernel).sizes(input.get(1), false);
    }

    private static @Nullable List<Long> convolved(Onnx.NodeProto node, List<List<Long>> inputs) {
        Attributes attributes = new Attributes(node);
        List<Long> input = inputs.getFirst();
        int weightAt = node.getOpType().equals("QLinearConv") ? 3 : 1;
        List<Long> weight = inputs.size() <= weightAt ? List.of() : inputs.get(weightAt);
        if (input.size() < 3 || weight.size() != input.size()) {
            return null;
        }
        boolean transposed = node.getOpType().equals("ConvTranspose");
        long channels = transposed ? weight.get(1) * attributes.integer("group", 1) : weight.getFirst();
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
        boolean up = attributes.integer("ceil_mode", 0) == 1;
        return Math.floorDiv(span + (up ? stride - 1 : 0), stride) + 1;
    }

    private long transposedSize(int i) {
        long spread = at("dilations", i, 1) * (kernel.get(i) - 1) + 1;
        return at("strides", i, 1) * (input.get(i + 2) - 1) + at("output_padding", i, 0) + spread - pads(i);
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
