package org.joulemark.engine.model;

import java.util.Locale;

/** Element types of ONNX tensors; numbers are those of {@code TensorProto.DataType} in onnx.proto3. */
public enum ElementType {
    UNDEFINED(0, 0),
    FLOAT(1, 32),
    UINT8(2, 8),
    INT8(3, 8),
    UINT16(4, 16),
    INT16(5, 16),
    INT32(6, 32),
    INT64(7, 64),
    STRING(8, 0),
    BOOL(9, 8),
    FLOAT16(10, 16),
    DOUBLE(11, 64),
    UINT32(12, 32),
    UINT64(13, 64),
    COMPLEX64(14, 64),
    COMPLEX128(15, 128),
    BFLOAT16(16, 16),
    FLOAT8E4M3FN(17, 8),
    FLOAT8E4M3FNUZ(18, 8),
    FLOAT8E5M2(19, 8),
    FLOAT8E5M2FNUZ(20, 8),
    UINT4(21, 4),
    INT4(22, 4),
    FLOAT4E2M1(23, 4),
    FLOAT8E8M0(24, 8),
    UINT2(25, 2),
    INT2(26, 2);

    private final int onnxNumber;
    private final int bits;

    ElementType(int onnxNumber, int bits) {
        this.onnxNumber = onnxNumber;
        this.bits = bits;
    }

    /** Number of this type in {@code TensorProto.DataType}. */
    public int onnxNumber() {
        return onnxNumber;
    }

    /** Bits of one element; 0 where elements have no fixed size. */
    public int bits() {
        return bits;
    }

    /** The type with that ONNX number, {@link #UNDEFINED} for numbers this version does not know. */
    public static ElementType ofOnnxNumber(int number) {
        for (ElementType type : values()) {
            if (type.onnxNumber == number) {
                return type;
            }
        }
        return UNDEFINED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
