package org.joulemark.engine.power.nvml;

/**
 * One GPU of an NVML session. The power and energy questions are for one thread at a time, the others for any. No
 * question throws; a call the driver lacks answers {@link NvmlCode#FUNCTION_NOT_FOUND}.
 */
interface NvmlDevice {
    /** Field TOTAL_ENERGY_CONSUMPTION: millijoules since the driver was loaded. */
    int FIELD_TOTAL_ENERGY = 83;

    /** Field POWER_INSTANT: milliwatts now. */
    int FIELD_POWER_INSTANT = 186;

    /** Field scope: the GPU. */
    int SCOPE_GPU = 0;

    /** Field scope: the module, on superchips GPU and CPU. */
    int SCOPE_MODULE = 1;

    /** Clock domains of nvmlClockType_t. */
    int CLOCK_GRAPHICS = 0;

    int CLOCK_MEMORY = 2;

    NvmlText uuid();

    NvmlText name();

    /** 1 if the GPU is partitioned (MIG), else 0. */
    NvmlValue migMode();

    /** A field value, in the field's unit; the code is the call's, else the field's own. */
    NvmlValue field(int field, int scope);

    NvmlValue totalEnergyMillijoules();

    NvmlValue powerMilliwatts();

    NvmlValue temperatureCelsius();

    NvmlValue clockMegahertz(int clock);

    /** Bits of {@link ClockLimit}. */
    NvmlValue clockLimits();

    /** Number of processes that compute on the GPU. */
    NvmlValue computeProcesses();
}
