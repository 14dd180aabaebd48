package org.joulemark.engine.power.nvml;

/** One GPU as NVML sees it. */
interface NvmlDevice {
    /** {@code nvmlDeviceGetName}; empty if unknown. */
    String name();

    /** {@code nvmlDeviceGetUUID}; empty if unknown. */
    String uuid();

    /** A field of {@code nvmlDeviceGetFieldValues}; the field's own return code is checked before its value. */
    NvmlValue field(int fieldId, int scopeId);

    /** {@code nvmlDeviceGetTotalEnergyConsumption}, millijoules since the driver was loaded. */
    NvmlValue totalEnergyMillijoules();

    /** {@code nvmlDeviceGetPowerUsage}, milliwatts; a 1 s average on Ampere (but GA100) and newer. */
    NvmlValue powerUsageMilliwatts();

    /** {@code nvmlDeviceGetTemperature}, degrees Celsius. */
    NvmlValue temperatureCelsius();

    /** {@code nvmlDeviceGetClockInfo} of the SM, MHz. */
    NvmlValue smClockMegahertz();

    /** {@code nvmlDeviceGetCurrentClocksEventReasons}, or the older name of it: bits of nvml.h. */
    NvmlValue clockEventReasons();

    /** {@code nvmlDeviceGetMigMode}: 1 if the GPU is cut into instances. */
    NvmlValue migMode();
}
