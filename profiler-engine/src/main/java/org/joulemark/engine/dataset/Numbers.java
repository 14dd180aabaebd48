package org.joulemark.engine.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.joulemark.engine.model.ElementType;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.TensorData;

/** Elements of tensors as numbers. */
final class Numbers {
    private static final Set<ElementType> FLOATS =
            EnumSet.of(ElementType.FLOAT16, ElementType.FLOAT, ElementType.DOUBLE, ElementType.BFLOAT16);
    private static final Set<ElementType> INTEGERS = EnumSet.of(
            ElementType.INT8,
            ElementType.UINT8,
            ElementType.INT16,
            ElementType.UINT16,
            ElementType.INT32,
            ElementType.UINT32,
            ElementType.INT64);

    private Numbers() {}

    static boolean readable(ElementType type) {
        return FLOATS.contains(type) || INTEGERS.contains(type) || type == ElementType.BOOL;
    }

    static boolean floating(ElementType type) {
        return FLOATS.contains(type);
    }

    static boolean integer(ElementType type) {
        return INTEGERS.contains(type);
    }

    /** Number of elements that really are there. */
    static int count(TensorData tensor) {
        return tensor.elementBytes().remaining() * 8 / Math.max(1, tensor.type().bits());
    }

    /** The same numbers in another type: between floats, between integers that hold them, and integers to floats. */
    static Optional<TensorData> convert(TensorData from, ElementType to) {
        boolean allowed = (floating(to) && (floating(from.type()) || integer(from.type())))
                || (integer(to) && integer(from.type()));
        if (!allowed || from.strings() != null) {
            return Optional.empty();
        }
        int count = count(from);
        ByteBuffer bytes = ByteBuffer.allocate(count * to.bits() / 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            if (!put(bytes, to, Elements.at(from, i))) {
                return Optional.empty();
            }
        }
        return Optional.of(TensorData.numeric(from.name(), to, from.shape(), bytes.flip()));
    }

    /** Appends a number; false if an integer type does not hold it. */
    private static boolean put(ByteBuffer bytes, ElementType type, double value) {
        switch (type) {
            case FLOAT -> bytes.putFloat((float) value);
            case DOUBLE -> bytes.putDouble(value);
            case FLOAT16 -> bytes.putShort(Float.floatToFloat16((float) value));
            case BFLOAT16 -> bytes.putShort((short) (Float.floatToIntBits((float) value) >>> 16));
            default -> {
                return putInteger(bytes, type, (long) value);
            }
        }
        return true;
    }

    private static boolean putInteger(ByteBuffer bytes, ElementType type, long value) {
        boolean unsigned = type.name().startsWith("U");
        long low = unsigned ? 0 : type.bits() == 64 ? Long.MIN_VALUE : -(1L << (type.bits() - 1));
        long high =
                unsigned ? (1L << type.bits()) - 1 : type.bits() == 64 ? Long.MAX_VALUE : (1L << (type.bits() - 1)) - 1;
        if (value < low || value > high) {
            return false;
        }
        switch (type.bits()) {
            case 8 -> bytes.put((byte) value);
            case 16 -> bytes.putShort((short) value);
            case 32 -> bytes.putInt((int) value);
            default -> bytes.putLong(value);
        }
        return true;
    }
}
