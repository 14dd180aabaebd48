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

    private final Map<String, Long> freeDimensions;
    private final int batchSize;
    private final Random random;

    /**
     * A generator.
     *
     * @param freeDimensions sizes by symbol; others are 1
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
        for (ValueSpec spec : specs) {
            inputs.add(of(model, spec));
        }
        return List.copyOf(inputs);
    }

    private TensorData of(String model, ValueSpec spec) throws UserError {
        List<Dimension> dimensions = spec.shape();
        if (!spec.kind().equals("tensor") || dimensions == null) {
            // A value of the wrong rank can end ONNX Runtime's process, so none is guessed.
            throw UserError.usage("model " + model + " needs data: input '" + spec.name() + "' is " + spec.typeText()
                    + ", for which no value can be made up; give --data");
        }
        List<Long> shape = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            shape.add(size(dimensions.get(i), i));
        }
        long elements = shape.stream().reduce(1L, Math::multiplyExact);
        if (elements > 1L << 28) {
            throw UserError.usage("model " + model + ": input '" + spec.name() + "' would have " + elements
                    + " elements; set its free dimensions with --dim name=value");
        }
        if (spec.type() == ElementType.STRING) {
            return TensorData.strings(spec.name(), shape, Collections.nCopies((int) elements, "a"));
        }
        return TensorData.numeric(spec.name(), spec.type(), shape, values(spec, (int) elements));
    }

    private long size(Dimension dimension, int index) {
        if (!dimension.free()) {
            return dimension.size();
        }
        String symbol = dimension.symbol();
        Long given = symbol == null ? null : freeDimensions.get(symbol);
        return given != null ? given : index == 0 ? batchSize : 1;
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
