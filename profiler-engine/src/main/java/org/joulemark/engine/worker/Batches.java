package org.joulemark.engine.worker;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.TensorData;

/** The inputs of a model cut into calls, prepared before any clock runs. */
final class Batches implements AutoCloseable {
    /** Prepared batches may take this much memory; more rows are evaluated, but not rotated through in timed runs. */
    private static final long PREPARED_BYTES = 256L << 20;

    private final Tensors tensors;
    private final List<TensorData> inputs;
    private final int batchSize;
    private final long rows;
    private final List<Map<String, OnnxTensor>> prepared = new ArrayList<>();

    /** Cuts {@code inputs} into batches of {@code batchSize} rows; 0 means they are one call as they are. */
    Batches(Tensors tensors, List<TensorData> inputs, int batchSize) throws OrtException, RefusedException {
        this.tensors = tensors;
        this.inputs = inputs;
        this.batchSize = batchSize;
        this.rows = rows(inputs, batchSize);
        long callBytes = 1
                + inputs.stream()
                        .mapToLong(
                                input -> input.elementBytes().remaining() / Math.max(1, rows) * Math.max(1, batchSize))
                        .sum();
        long fit = Math.max(1, PREPARED_BYTES / callBytes);
        long full = batchSize == 0 ? 1 : Math.max(1, rows / batchSize);
        for (long i = 0; i < Math.min(fit, full); i++) {
            prepared.add(call(i));
        }
    }

    private static long rows(List<TensorData> inputs, int batchSize) throws RefusedException {
        if (batchSize == 0 || inputs.isEmpty()) {
            return 1;
        }
        long rows = -1;
        for (TensorData input : inputs) {
            if (input.shape().isEmpty()) {
                throw new RefusedException("input '" + input.name() + "' is a scalar and has no rows to batch");
            }
            long own = input.shape().getFirst();
            if (rows >= 0 && own != rows) {
                throw new RefusedException(
                        "input '" + input.name() + "' has " + own + " rows where the first input has " + rows);
            }
            rows = own;
        }
        if (rows == 0) {
            throw new RefusedException("the inputs have no rows");
        }
        return rows;
    }

    /** Rows of each input. */
    long rows() {
        return rows;
    }

    /** Calls that cover all rows, the last one padded with the first rows. */
    long calls() {
        return batchSize == 0 ? 1 : (rows + batchSize - 1) / batchSize;
    }

    /** The prepared calls, in row order. */
    List<Map<String, OnnxTensor>> prepared() {
        return prepared;
    }

    /** The inputs of call {@code index}; the caller closes them. */
    Map<String, OnnxTensor> call(long index) throws OrtException, RefusedException {
        Map<String, OnnxTensor> call = new LinkedHashMap<>();
        for (TensorData input : inputs) {
            call.put(
                    input.name(),
                    batchSize == 0 ? tensors.whole(input) : tensors.rows(input, index * batchSize, batchSize));
        }
        return call;
    }

    @Override
    public void close() {
        prepared.forEach(call -> call.values().forEach(OnnxTensor::close));
        prepared.clear();
    }
}
