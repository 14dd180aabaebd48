package org.joulemark.engine.onnx;

import java.util.List;
import java.util.Map;
import org.joulemark.onnx.proto.Onnx;

/**
 * A model file without its weights.
 *
 * @param irVersion IR version
 * @param opsets version by domain, the default domain as "ai.onnx"
 * @param producer producer name and version
 * @param nodes nodes of the main graph in file order
 * @param functions model-local functions
 * @param weights initialisers of the main graph by name, in file order
 * @param inputs declared inputs, initialisers included
 * @param outputs declared outputs
 * @param valueInfos declared types of values in between
 */
record ParsedModel(
        long irVersion,
        Map<String, Long> opsets,
        String producer,
        List<Onnx.NodeProto> nodes,
        List<Onnx.FunctionProto> functions,
        Map<String, Weight> weights,
        List<Onnx.ValueInfoProto> inputs,
        List<Onnx.ValueInfoProto> outputs,
        List<Onnx.ValueInfoProto> valueInfos) {}
