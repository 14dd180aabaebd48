package org.joulemark.engine.onnx;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.onnx.proto.Onnx;

/** Streams a ModelProto: small messages are parsed, weights skipped. */
final class ModelReader {
    private static final int MAX_SMALL_BYTES = 16 << 20;

    private final Wire wire;
    private final LeanCopy lean;
    private final Map<String, Long> opsets = new LinkedHashMap<>();
    private final List<Onnx.NodeProto> nodes = new ArrayList<>();
    private final List<Onnx.FunctionProto> functions = new ArrayList<>();
    private final Map<String, Weight> weights = new LinkedHashMap<>();
    private final List<Onnx.ValueInfoProto> inputs = new ArrayList<>();
    private final List<Onnx.ValueInfoProto> outputs = new ArrayList<>();
    private final List<Onnx.ValueInfoProto> valueInfos = new ArrayList<>();
    private long irVersion;
    private String producerName = "";
    private String producerVersion = "";
    private boolean graphSeen;

    ModelReader(Wire wire) {
        this.wire = wire;
        this.lean = new LeanCopy(wire);
    }

    ParsedModel read() throws IOException {
        long end = wire.size();
        for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
            modelField(tag, end);
        }
        if (!graphSeen || irVersion < 1) {
            throw new MalformedModelException("there is no " + (graphSeen ? "IR version" : "graph") + " in it");
        }
        return new ParsedModel(
                irVersion,
                opsets,
                (producerName + " " + producerVersion).strip(),
                nodes,
                functions,
                weights,
                inputs,
                outputs,
                valueInfos);
    }

    private void modelField(int tag, long end) throws IOException {
        switch (tag) {
            case Onnx.ModelProto.IR_VERSION_FIELD_NUMBER << 3 -> irVersion = wire.varint();
            case (Onnx.ModelProto.PRODUCER_NAME_FIELD_NUMBER << 3) | Wire.BYTES -> producerName = wire.text(end);
            case (Onnx.ModelProto.PRODUCER_VERSION_FIELD_NUMBER << 3) | Wire.BYTES -> producerVersion = wire.text(end);
            case (Onnx.ModelProto.GRAPH_FIELD_NUMBER << 3) | Wire.BYTES -> graph(end);
            case (Onnx.ModelProto.OPSET_IMPORT_FIELD_NUMBER << 3) | Wire.BYTES -> {
                var opset = Onnx.OperatorSetIdProto.parseFrom(wire.bytes(end, MAX_SMALL_BYTES));
                opsets.put(opset.getDomain().isEmpty() ? "ai.onnx" : opset.getDomain(), opset.getVersion());
            }
            case (Onnx.ModelProto.FUNCTIONS_FIELD_NUMBER << 3) | Wire.BYTES ->
                functions.add(Onnx.FunctionProto.parseFrom(lean.next(LeanCopy.Message.FUNCTION, end)));
            default -> wire.skip(tag, end);
        }
    }

    private void graph(long modelEnd) throws IOException {
        graphSeen = true;
        long length = wire.varint();
        long end = wire.position() + length;
        if (length > modelEnd - wire.position() && irVersion > 0) {
            throw new EOFException();
        }
        if (length < 0 || end > modelEnd) {
            throw new MalformedModelException("a graph of " + Long.toUnsignedString(length) + " bytes");
        }
        for (int tag = wire.tag(end); tag != 0; tag = wire.tag(end)) {
            graphField(tag, end);
        }
    }

    private void graphField(int tag, long end) throws IOException {
        switch (tag) {
            case (Onnx.GraphProto.NODE_FIELD_NUMBER << 3) | Wire.BYTES ->
                nodes.add(Onnx.NodeProto.parseFrom(lean.next(LeanCopy.Message.NODE, end)));
            case (Onnx.GraphProto.INITIALIZER_FIELD_NUMBER << 3) | Wire.BYTES -> {
                Weight weight = WeightReader.read(wire, wire.length(end));
                weights.put(weight.name(), weight);
            }
            case (Onnx.GraphProto.SPARSE_INITIALIZER_FIELD_NUMBER << 3) | Wire.BYTES -> {
                Weight weight = WeightReader.ofSparse(
                        Onnx.SparseTensorProto.parseFrom(lean.next(LeanCopy.Message.SPARSE, end)));
                weights.put(weight.name(), weight);
            }
            case (Onnx.GraphProto.INPUT_FIELD_NUMBER << 3) | Wire.BYTES -> inputs.add(value(end));
            case (Onnx.GraphProto.OUTPUT_FIELD_NUMBER << 3) | Wire.BYTES -> outputs.add(value(end));
            case (Onnx.GraphProto.VALUE_INFO_FIELD_NUMBER << 3) | Wire.BYTES -> valueInfos.add(value(end));
            default -> wire.skip(tag, end);
        }
    }

    private Onnx.ValueInfoProto value(long end) throws IOException {
        return Onnx.ValueInfoProto.parseFrom(wire.bytes(end, MAX_SMALL_BYTES));
    }
}
