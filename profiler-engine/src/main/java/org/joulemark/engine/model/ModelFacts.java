package org.joulemark.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a model file is, read from the file alone.
 *
 * @param id SHA-256 over the file and its external data
 * @param structuralHash SHA-256 over the graph without weights and doc strings: equal for retrained weights
 * @param fileName name of the file without its folder
 * @param sizeBytes bytes of the file and its external data together
 * @param irVersion ONNX IR version
 * @param opsets version by operator domain; the default domain is "ai.onnx"
 * @param producer producer name and version as written in the file, possibly empty
 * @param inputs declared inputs that are not initialisers, in order
 * @param outputs declared outputs, in order
 * @param operators number of nodes by operator type (with its domain where not ai.onnx), subgraphs included
 * @param weightElements number of weight elements by element type
 * @param parameters elements of weights and biases, or null if not countable
 * @param macs multiply-accumulates of one inference, a row: at batch 1, or those of a call divided by the fixed batch (Conv, ConvTranspose, Gemm, MatMul and their integer
 *     forms; a fused multiply-add is 1; nothing else counts), or null if not countable
 * @param macsNote what was not counted, or why there is no figure; possibly empty
 * @param externalFiles files beside the model that belong to it
 */
public record ModelFacts(
        ModelId id,
        String structuralHash,
        String fileName,
        long sizeBytes,
        long irVersion,
        Map<String, Long> opsets,
        String producer,
        List<ValueSpec> inputs,
        List<ValueSpec> outputs,
        Map<String, Integer> operators,
        Map<ElementType, Long> weightElements,
        @Nullable Long parameters,
        @Nullable Long macs,
        String macsNote,
        List<ExternalFile> externalFiles) {}
