package org.joulemark.engine.power.nvml;

/**
 * What NVML answered.
 *
 * @param code return code, 0 for success
 * @param value the value; meaningless unless the code is 0
 */
record NvmlValue(int code, long value) {
    static NvmlValue failed(int code) {
        return new NvmlValue(code, 0);
    }

    boolean ok() {
        return code == NvmlReturn.SUCCESS;
    }
}
