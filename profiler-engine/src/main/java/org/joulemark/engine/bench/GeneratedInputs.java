package org.joulemark.engine.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.model.Dimension;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.ValueSpec;

/**
 * Inputs made up where no data are given: floats in [0, 1), integers 0 or 1, from a seed. They exercise the arithmetic,
 * not the model: sparse or data-dependent models may cost more or less on real data.
 */
public final class GeneratedInputs {
    /** Seed for everybody, so that runs without data have the same inputs and can be compared. */
    public static final long SEED = 1;

    /** Said where a model refused integers of 0 and 1 and took zeros. */
    public static final Finding ZEROED = new Finding(
            "inputs-zeroed",
            Severity.NOTE,
            "all made-up integers are 0: the model refuses others",
            "give --data with real inputs");

    /** More elements an input are not made up. */
    private static final long MAX_ELEMENTS = 1L << 28;

    private final Map<String, Long> freeDimensions;
    private final int batchSize;
    private final Random random;

    /**
     * A generator.
     *
     * @param freeDimensions sizes by symbol; others are 1, or what their names say
     * @param batchSize size of a free first dimension
     * @param seed seed of the values
     */
    public GeneratedInputs(Map<String, Long> freeDimensions, int batchSize, long seed) {
        this.freeDimensions = freeDimensions;
        this.batchSize = batchSize;
        this.random = new Random(seed);
    }

    /** One call's inputs. @throws UserError naming an input whose type or rank leaves no way to make a value */
    public List<TensorData> of(String model, List<ValueSpec> specs) throws UserError {
        List<TensorData> inputs = new ArrayList<>();
        MadeUpSizes sizes = MadeUpSizes.of(freeDimensions, specs);
        for (ValueSpec spec : specs) {
            inputs.add(of(model, spec, sizes));
        }
        return List.copyOf(inputs);
    }

    private TensorData of(String model, ValueSpec spec, MadeUpSizes sizes) throws UserError {
        List<Dimension> dimensions = spec.shape();
        if (!spec.kind().equals("tensor") || dimensions == null) {
            // A value of the wrong rank can end ONNX Runtime's process, so none is guessed.
            throw UserError.usage("model " + model + " needs data: input '" + spec.name() + "' is " + spec.typeText()
                    + ", for which no value can be made up; give --data");
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            shape.add(size(dimensions.get(i), i, sizes));
        }
        long elements = 1;
        for (long size : shape) {
            elements = size == 0 ? 0 : elements * size;
            if (elements > MAX_ELEMENTS) {
                throw UserError.usage("model " + model + ": input '" + spec.name() + "' would be " + shape
                        + ", more than " + MAX_ELEMENTS + " elements; set its free dimensions with --dim name=value");
            }
        }
        if (spec.type() == ElementType.STRING) {
            return TensorData.strings(spec.name(), shape, Collections.nCopies((int) elements, "a"));
        }
        return TensorData.numeric(spec.name(), spec.type(), shape, values(spec, (int) elements));
    }

    /**
     * What a model took.
     *
     * @param fed what the worker said
     * @param inputs the inputs
     * @param zeroed whether their integers had to be 0
     */
    public record Taken(InferenceWorker.Fed fed, List<TensorData> inputs, boolean zeroed) {}

    /**
     * Feeds made-up inputs. Integers are often indices or lengths, and 1 may be beyond the end of what they point into;
     * 0 is not, so a model that refuses them is given zeros before it is given up.
     *
     * @param hint what to try where the model refuses these too, to stand behind what it says
     */
    public static Taken feed(InferenceWorker worker, List<TensorData> inputs, String hint) throws WorkerException {
        try {
            return new Taken(worker.feed(inputs, 0), inputs, false);
        } catch (WorkerException refusal) {
            List<TensorData> zeros =
                    inputs.stream().map(GeneratedInputs::withoutIntegers).toList();
            if (!refusal.failure().kind().equals("error")) {
                throw refusal;
            }
            if (zeros.equals(inputs)) {
                throw hinting(refusal, hint);
            }
            try {
                return new Taken(worker.feed(zeros, 0), zeros, true);
            } catch (WorkerException again) {
                throw hinting(again, hint);
            }
        }
    }

    private static WorkerException hinting(WorkerException refusal, String hint) {
        Failure failure = refusal.failure();
        return new WorkerException(
                new Failure(failure.stage(), failure.kind(), failure.message() + hint, failure.detail()));
    }

    private static TensorData withoutIntegers(TensorData input) {
        return switch (input.type()) {
            case INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64 ->
                TensorData.numeric(
                        input.name(),
                        input.type(),
                        input.shape(),
                        ByteBuffer.allocate(input.elementBytes().remaining()));
            default -> input;
        };
    }

    private long size(Dimension dimension, int index, MadeUpSizes sizes) {
        if (!dimension.free()) {
            return dimension.size();
        }
        String symbol = dimension.symbol();
        if (index == 0 && (symbol == null || !freeDimensions.containsKey(symbol))) {
            return batchSize;
        }
        return symbol == null ? 1 : sizes.of(symbol);
    }

    private ByteBuffer values(ValueSpec spec, int elements) {
        int bytes = spec.type().bits() / 8;
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.multiplyExact(elements, bytes)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < elements; i++) {
            switch (spec.type()) {
                case FLOAT -> buffer.putFloat(random.nextFloat());
                case DOUBLE -> buffer.putDouble(random.nextDouble());
                case FLOAT16 -> buffer.putShort(Float.floatToFloat16(random.nextFloat()));
                case BFLOAT16 -> buffer.putShort((short) (Float.floatToIntBits(random.nextFloat()) >>> 16));
                default -> {
                    buffer.put((byte) random.nextInt(2));
                    for (int b = 1; b < bytes; b++) {
                        buffer.put((byte) 0);
                    }
                }
            }
        }
        return buffer.flip();
    }
}
