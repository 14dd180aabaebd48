package org.joulemark.engine.power.nvml;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * One {@code nvmlFieldValue_t} (nvml.h), used again for every reading: u32 fieldId at 0, u32 scopeId at 4, i64 timestamp
 * in µs at 8, i64 latency in µs at 16, i32 value type at 24, i32 nvmlReturn at 28, an 8-byte union at 32.
 */
final class FieldValue {
    /** Size of the struct on every platform. */
    static final int BYTES = 40;

    private static final int SCOPE = 4;
    private static final int TYPE = 24;
    private static final int RETURN = 28;
    private static final int VALUE = 32;

    /** Closed by its cleaner, when no reading needs it any more. */
    private final Memory memory = new Memory(BYTES);

    /** The struct, asking for a field of a scope. */
    Pointer asking(int field, int scope) {
        memory.clear();
        memory.setInt(0, field);
        memory.setInt(SCOPE, scope);
        return memory;
    }

    /** What the driver answered: the field's own code first, then its value. */
    NvmlValue answer() {
        int code = memory.getInt(RETURN);
        return code == NvmlCode.SUCCESS ? value(memory.getInt(TYPE)) : NvmlValue.failed(code);
    }

    /** The union by nvmlValueType_t; numbers past 63 bits and unknown types are no data. */
    private NvmlValue value(int type) {
        return switch (type) {
            case 0 -> real(memory.getDouble(VALUE));
            case 1 -> whole(Integer.toUnsignedLong(memory.getInt(VALUE)));
            case 2 ->
                whole(
                        Native.LONG_SIZE == Long.BYTES
                                ? memory.getLong(VALUE)
                                : Integer.toUnsignedLong(memory.getInt(VALUE)));
            case 3, 4 -> whole(memory.getLong(VALUE));
            case 5 -> whole(memory.getInt(VALUE));
            case 6 -> whole(Short.toUnsignedLong(memory.getShort(VALUE)));
            default -> NvmlValue.failed(NvmlCode.NO_DATA);
        };
    }

    private static NvmlValue real(double value) {
        return Double.isFinite(value) ? whole(Math.round(value)) : NvmlValue.failed(NvmlCode.NO_DATA);
    }

    private static NvmlValue whole(long value) {
        return value < 0 ? NvmlValue.failed(NvmlCode.NO_DATA) : new NvmlValue(NvmlCode.SUCCESS, value);
    }
}
