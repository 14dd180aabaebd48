package org.joulemark.engine.power.nvml;

/** An initialised NVML; everything above it is plain logic that is tested without a GPU. */
interface NvmlScope extends AutoCloseable {
    /** Number of GPUs. */
    NvmlValue deviceCount();

    /** GPU {@code index}; its calls fail by themselves if there is none. */
    NvmlDevice device(int index);

    /** Driver version, empty if unknown. */
    String driverVersion();

    @Override
    void close();
}
