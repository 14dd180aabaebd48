package org.joulemark.engine.power.nvml;

import com.sun.jna.Memory;
import java.util.function.ToIntFunction;

/**
 * {@code nvmlFieldValue_t} of nvml.h, 40 bytes: u32 fieldId @0, u32 scopeId @4, i64 timestamp µs @8, i64 latencyUsec
 * @16, i32 valueType @24, i32 nvmlReturn @28, 8-byte union @32. One buffer, used again for each reading.
 */
final class FieldValue {
    /** Size of the structure in bytes. */
    static final int BYTES = 40;

    private static final int FIELD_ID = 0;
    private static final int SCOPE_ID = 4;
    private static final int VALUE_TYPE = 24;
    private static final int RETURN = 28;
    private static final int VALUE = 32;

    private final Memory memory = new Memory(BYTES);

    /** Asks for one field; the call's code comes first, then the field's own, then the value by its type. */
    NvmlValue read(int fieldId, int scopeId, ToIntFunction<Memory> call) {
        memory.clear();
        memory.setInt(FIELD_ID, fieldId);
        memory.setInt(SCOPE_ID, scopeId);
        int code = call.applyAsInt(memory);
        if (code != NvmlReturn.SUCCESS) {
            return NvmlValue.failed(code);
        }
        int own = memory.getInt(RETURN);
        return own == NvmlReturn.SUCCESS ? value() : NvmlValue.failed(own);
    }

    /** {@code nvmlValueType_t}: 0 double, 1 u32, 2 unsigned long, 3 u64, 4 i64, 5 i32, 6 u16. */
    private NvmlValue value() {
        return switch (memory.getInt(VALUE_TYPE)) {
            case 0 -> new NvmlValue(NvmlReturn.SUCCESS, Math.round(memory.getDouble(VALUE)));
            case 1 -> new NvmlValue(NvmlReturn.SUCCESS, memory.getInt(VALUE) & 0xFFFFFFFFL);
            case 2 ->
                new NvmlValue(NvmlReturn.SUCCESS, memory.getNativeLong(VALUE).longValue());
            case 3, 4 -> new NvmlValue(NvmlReturn.SUCCESS, memory.getLong(VALUE));
            case 5 -> new NvmlValue(NvmlReturn.SUCCESS, memory.getInt(VALUE));
            case 6 -> new NvmlValue(NvmlReturn.SUCCESS, memory.getShort(VALUE) & 0xFFFF);
            default -> NvmlValue.failed(NvmlReturn.NOT_SUPPORTED);
        };
    }
}
