package org.joulemark.engine.worker;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.OutputValue;
import org.joulemark.engine.model.TensorData;

/** Joins the outputs of several batches along the first dimension. */
final class JoinedOutput {
    private JoinedOutput() {}

    /**
     * Joins one output over all batches.
     *
     * @param parts the output in each batch
     * @param rows rows to keep; the padding of the last batch lies beyond
     */
    static OutputValue of(List<OutputValue> parts, long rows) {
        String name = parts.getFirst().name();
        List<TensorData> tensors = new ArrayList<>();
        for (OutputValue part : parts) {
            if (!(part instanceof OutputValue.TensorValue value)) {
                return part;
            }
            tensors.add(value.tensor());
        }
        List<Long> tail = tail(tensors.getFirst());
        if (tensors.stream()
                .anyMatch(tensor -> tensor.shape().isEmpty() || !tail(tensor).equals(tail))) {
            return new OutputValue.Unreadable(name, "its shape is not one row a row of input");
        }
        long joined =
                tensors.stream().mapToLong(tensor -> tensor.shape().getFirst()).sum();
        if (joined < rows) {
            return new OutputValue.Unreadable(name, "it has " + joined + " rows for " + rows + " rows of input");
        }
        List<Long> shape = new ArrayList<>(tail);
        shape.addFirst(rows);
        return new OutputValue.TensorValue(join(tensors, shape, joined));
    }

    private static TensorData join(List<TensorData> tensors, List<Long> shape, long joinedRows) {
        TensorData first = tensors.getFirst();
        long rows = shape.getFirst();
        if (first.strings() != null) {
            List<String> all = tensors.stream()
                    .flatMap(tensor -> tensor.strings() == null ? null : tensor.strings().stream())
                    .toList();
            return TensorData.strings(
                    first.name(), shape, all.subList(0, Math.toIntExact(all.size() / joinedRows * rows)));
        }
        int bytes = tensors.stream()
                .mapToInt(tensor -> tensor.elementBytes().remaining())
                .sum();
        ByteBuffer all = ByteBuffer.allocate(bytes);
        tensors.forEach(tensor -> all.put(tensor.elementBytes()));
        all.flip().limit(Math.toIntExact(joinedRows == 0 ? 0 : bytes / joinedRows * rows));
        return TensorData.numeric(first.name(), first.type(), shape, all);
    }

    private static List<Long> tail(TensorData tensor) {
        return tensor.shape().isEmpty()
                ? List.of()
                : tensor.shape().subList(1, tensor.shape().size());
    }
}
