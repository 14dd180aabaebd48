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
            ElementType.INT64,
            ElementType.UINT64);

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
        return (int) (tensor.elementBytes().remaining()
                * 8L
                / Math.max(1, tensor.type().bits()));
    }

    /**
     * The same numbers in another type; floats may lose digits, never their size, and never become integers. Empty if
     * some number has no place in the other type.
     */
    static Optional<TensorData> convert(TensorData from, ElementType to) {
        boolean allowed = floating(to) ? readable(from.type()) : integer(to) && !floating(from.type());
        allowed &= readable(from.type());
        int count = count(from);
        long size = count * (to.bits() / 8L);
        if (!allowed || from.strings() != null || size > Integer.MAX_VALUE - 8) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            if (!put(bytes, to, Elements.at(from, i))) {
                return Optional.empty();
            }
        }
        return Optional.of(TensorData.numeric(from.name(), to, from.shape(), bytes.flip()));
    }

    /** Appends a number; false if the type does not hold it. */
    private static boolean put(ByteBuffer bytes, ElementType type, double value) {
        return floating(type) ? putFloating(bytes, type, value) : putInteger(bytes, type, value);
    }

    private static boolean putFloating(ByteBuffer bytes, ElementType type, double value) {
        float narrow = (float) value;
        switch (type) {
            case DOUBLE -> bytes.putDouble(value);
            case FLOAT -> bytes.putFloat(narrow);
            case FLOAT16 -> {
                short half = Float.floatToFloat16(narrow);
                narrow = Float.float16ToFloat(half);
                bytes.putShort(half);
            }
            default -> {
                // Adding just under half of the last kept place, and the place itself, rounds to the nearest even.
                int bits = Float.floatToIntBits(narrow);
                short rounded =
                        (short) (Float.isNaN(narrow) ? bits >>> 16 : (bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
                narrow = Float.intBitsToFloat(rounded << 16);
                bytes.putShort(rounded);
            }
        }
        return type == ElementType.DOUBLE || Float.isFinite(narrow) == Double.isFinite(value);
    }

    private static boolean putInteger(ByteBuffer bytes, ElementType type, double number) {
        boolean unsigned = type.name().startsWith("U");
        // Beyond 2^53 a double no longer tells neighbouring integers apart.
        int magnitude = Math.min(53, unsigned ? type.bits() : type.bits() - 1);
        long high = (1L << magnitude) - 1;
        long low = unsigned ? 0 : -high - 1;
        long value = (long) number;
        if (value != number || value < low || value > high) {
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
