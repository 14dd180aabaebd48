package org.joulemark.engine.power.nvml;

/** NVML is there but does not start. */
final class NvmlUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    NvmlUnavailableException(String message) {
        super(message);
    }
}
