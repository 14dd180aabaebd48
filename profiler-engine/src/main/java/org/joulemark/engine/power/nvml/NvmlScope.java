package org.joulemark.engine.power.nvml;

/** An NVML session as plain values and return codes, so that all judgement above it can be tried without a GPU. */
interface NvmlScope extends AutoCloseable {
    /** Return code of the initialisation; nothing else may be asked if it is not 0. */
    int initialised();

    NvmlText driverVersion();

    NvmlValue deviceCount();

    /** The GPU of that index, in PCI bus order. If it cannot be opened, every answer of it is the code that says why. */
    NvmlDevice device(int index);

    @Override
    void close();
}
