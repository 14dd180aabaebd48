package org.joulemark.engine.power.nvml;

import org.joulemark.engine.model.MissingReason;

/** Return codes of NVML ({@code nvmlReturn_t} in nvml.h) and what they mean for a reading. */
final class NvmlReturn {
    static final int SUCCESS = 0;
    static final int NOT_SUPPORTED = 3;
    static final int NO_PERMISSION = 4;
    static final int FUNCTION_NOT_FOUND = 13;
    static final int GPU_IS_LOST = 15;
    static final int LIB_RM_VERSION_MISMATCH = 18;
    static final int NO_DATA = 21;

    private NvmlReturn() {}

    static MissingReason reason(int code) {
        return switch (code) {
            case NOT_SUPPORTED, FUNCTION_NOT_FOUND -> MissingReason.NOT_SUPPORTED;
            case NO_PERMISSION -> MissingReason.PERMISSION_DENIED;
            case GPU_IS_LOST -> MissingReason.DEVICE_LOST;
            case NO_DATA -> MissingReason.NO_DATA;
            default -> MissingReason.READ_FAILED;
        };
    }

    static String words(int code) {
        return switch (code) {
            case NOT_SUPPORTED -> "the driver does not offer it for this GPU";
            case NO_PERMISSION -> "no permission";
            case FUNCTION_NOT_FOUND -> "the driver is too old for it";
            case GPU_IS_LOST -> "the GPU has fallen off the bus; restart the machine";
            case LIB_RM_VERSION_MISMATCH -> "driver and library versions differ; restart the machine";
            case NO_DATA -> "the driver has no data yet";
            default -> "NVML error " + code;
        };
    }
}
