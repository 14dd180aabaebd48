package org.joulemark.engine.power.nvml;

/**
 * What NVML answered to a question for a number.
 *
 * @param code the return code: the value counts only if it is 0
 * @param value the number, in the unit of the question
 */
record NvmlValue(int code, long value) {
    /** No value, because of {@code code}. */
    static NvmlValue failed(int code) {
        return new NvmlValue(code, 0);
    }

    boolean ok() {
        return code == NvmlCode.SUCCESS;
    }
}
