package org.joulemark.engine.model;

import java.nio.ByteBuffer;

/** Elements of numeric tensors, one by one. */
public final class Elements {
    private Elements() {}

    /** Element {@code index} as a double; integers beyond 2^53 are rounded. */
    public static double at(TensorData tensor, int index) {
        ByteBuffer bytes = tensor.elementBytes();
        int start = bytes.position();
        return switch (tensor.type()) {
            case FLOAT -> bytes.getFloat(start + 4 * index);
            case DOUBLE -> bytes.getDouble(start + 8 * index);
            case FLOAT16 -> Float.float16ToFloat(bytes.getShort(start + 2 * index));
            case BFLOAT16 -> Float.intBitsToFloat(bytes.getShort(start + 2 * index) << 16);
            case INT8 -> bytes.get(start + index);
            case UINT8, BOOL -> bytes.get(start + index) & 0xFF;
            case INT16 -> bytes.getShort(start + 2 * index);
            case UINT16 -> bytes.getShort(start + 2 * index) & 0xFFFF;
            case INT32 -> bytes.getInt(start + 4 * index);
            case UINT32 -> bytes.getInt(start + 4 * index) & 0xFFFFFFFFL;
            case INT64 -> bytes.getLong(start + 8 * index);
            case UINT64 -> unsigned(bytes.getLong(start + 8 * index));
            default -> throw new IllegalArgumentException("no number: " + tensor.type());
        };
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : 2.0 * (bits >>> 1 | (bits & 1));
    }
}
