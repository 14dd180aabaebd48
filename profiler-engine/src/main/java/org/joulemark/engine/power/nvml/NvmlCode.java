package org.joulemark.engine.power.nvml;

import org.joulemark.engine.model.MissingReason;

/** Return codes of NVML (nvml.h, nvmlReturn_t), in words and as reasons. */
final class NvmlCode {
    static final int SUCCESS = 0;
    static final int NOT_SUPPORTED = 3;
    static final int NO_PERMISSION = 4;
    static final int INSUFFICIENT_SIZE = 7;
    static final int DRIVER_NOT_LOADED = 9;
    static final int FUNCTION_NOT_FOUND = 13;
    static final int GPU_IS_LOST = 15;
    static final int RESET_REQUIRED = 16;
    static final int LIBRARY_MISMATCH = 18;
    static final int NO_DATA = 21;

    private NvmlCode() {}

    /** A few words for a sentence, with the code. */
    static String words(int code) {
        return plainWords(code) + " (NVML code " + code + ")";
    }

    private static String plainWords(int code) {
        return switch (code) {
            case SUCCESS -> "no value above zero";
            case 1 -> "the library is not initialised";
            case 2 -> "the driver does not know the request";
            case NOT_SUPPORTED -> "not supported by this GPU or its driver";
            case NO_PERMISSION -> "permission denied";
            case 6 -> "the device was not found";
            case 8 -> "the GPU's external power is not connected";
            case DRIVER_NOT_LOADED -> "the NVIDIA kernel driver is not loaded";
            case 10 -> "the driver did not answer in time";
            case FUNCTION_NOT_FOUND -> "this driver does not have the call";
            case GPU_IS_LOST -> "the GPU is lost: it fell off the bus";
            case RESET_REQUIRED -> "the GPU needs a reset";
            case 17 -> "the operating system or a container blocks the GPU";
            case LIBRARY_MISMATCH -> "library and kernel driver are of different versions";
            case 20 -> "the driver is out of memory";
            case NO_DATA -> "the driver has no data";
            default -> "an error without a name here";
        };
    }

    /** What the user can do; empty if nothing is known to help. */
    static String remedy(int code) {
        return switch (code) {
            case NO_PERMISSION -> "give this user access to /dev/nvidia* (ls -l /dev/nvidia*)";
            case DRIVER_NOT_LOADED -> "sudo modprobe nvidia; if that fails, install the driver for this kernel";
            case 17 -> "in a container, start it with the GPU passed through (docker run --gpus all)";
            case LIBRARY_MISMATCH -> "restart the machine, so that the kernel driver is the installed one";
            case GPU_IS_LOST, RESET_REQUIRED -> "restart the machine, or sudo nvidia-smi --gpu-reset";
            default -> "";
        };
    }

    static MissingReason reason(int code) {
        return switch (code) {
            case NOT_SUPPORTED, FUNCTION_NOT_FOUND -> MissingReason.NOT_SUPPORTED;
            case NO_PERMISSION -> MissingReason.PERMISSION_DENIED;
            case GPU_IS_LOST, RESET_REQUIRED -> MissingReason.DEVICE_LOST;
            case 6 -> MissingReason.VANISHED;
            case NO_DATA -> MissingReason.NO_DATA;
            default -> MissingReason.READ_FAILED;
        };
    }
}
