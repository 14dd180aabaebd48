package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.onnx.proto.Onnx;

/** Replaces calls of a model's own functions by their bodies, so that what counts is counted where it is called. */
final class FunctionCalls {
    private static final int MAX_DEPTH = 16;

    /** Functions that call functions can grow without bound. */
    private static final int MAX_NODES = 500_000;

    private final Map<String, Onnx.FunctionProto> functions = new HashMap<>();
    private final List<Onnx.NodeProto> nodes = new ArrayList<>();
    private int calls;

    private FunctionCalls(List<Onnx.FunctionProto> functions) {
        functions.forEach(function -> this.functions.put(key(function.getDomain(), function.getName()), function));
    }

    static ParsedModel expanded(ParsedModel model) throws MalformedModelException {
        if (model.functions().isEmpty()) {
            return model;
        }
        FunctionCalls calls = new FunctionCalls(model.functions());
        for (Onnx.NodeProto node : model.nodes()) {
            calls.expand(node, 0);
        }
        return new ParsedModel(
                model.irVersion(),
                model.opsets(),
                model.producer(),
                calls.nodes,
                model.functions(),
                model.weights(),
                model.inputs(),
                model.outputs(),
                model.valueInfos());
    }

    private static String key(String domain, String name) {
        return domain + "::" + name;
    }

    private void expand(Onnx.NodeProto node, int depth) throws MalformedModelException {
        Onnx.FunctionProto function = functions.get(key(node.getDomain(), node.getOpType()));
        if (function == null) {
            nodes.add(node);
            return;
        }
        if (depth > MAX_DEPTH || nodes.size() > MAX_NODES) {
            throw new MalformedModelException("its functions call each other without end");
        }
        Map<String, String> names = names(function, node);
        String prefix = "call " + calls++ + "/";
        for (Onnx.NodeProto inner : function.getNodeList()) {
            expand(renamed(inner, node, names, prefix), depth + 1);
        }
    }

    private static Map<String, String> names(Onnx.FunctionProto function, Onnx.NodeProto call) {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < function.getInputCount(); i++) {
            names.put(function.getInput(i), i < call.getInputCount() ? call.getInput(i) : "");
        }
        for (int i = 0; i < function.getOutputCount() && i < call.getOutputCount(); i++) {
            names.put(function.getOutput(i), call.getOutput(i));
        }
        names.put("", "");
        return names;
    }

    private static Onnx.NodeProto renamed(
            Onnx.NodeProto inner, Onnx.NodeProto call, Map<String, String> names, String prefix) {
        Onnx.NodeProto.Builder renamed =
                inner.toBuilder().clearInput().clearOutput().clearAttribute();
        inner.getInputList().forEach(input -> renamed.addInput(names.getOrDefault(input, prefix + input)));
        inner.getOutputList().forEach(output -> renamed.addOutput(names.getOrDefault(output, prefix + output)));
        for (Onnx.AttributeProto attribute : inner.getAttributeList()) {
            if (attribute.getRefAttrName().isEmpty()) {
                renamed.addAttribute(attribute);
            } else {
                new Attributes(call)
                        .find(attribute.getRefAttrName())
                        .ifPresent(given -> renamed.addAttribute(
                                given.toBuilder().setName(attribute.getName()).build()));
            }
        }
        return renamed.build();
    }
}
