package org.joulemark.engine.model;

/** What part of the machine a sensor covers; nesting decides what may be added up. */
public enum SensorScope {
    /** A CPU package (socket) or one die of it: contains cores and uncore. */
    CPU_PACKAGE,
    /** The cores of a package; inside {@link #CPU_PACKAGE}. */
    CPU_CORES,
    /** What a package holds besides its cores, often the integrated GPU; inside {@link #CPU_PACKAGE}. */
    CPU_UNCORE,
    /** Memory attached to a package; beside the package on servers. */
    DRAM,
    /** The platform as its firmware defines it; contains the packages. */
    PLATFORM,
    /** A GPU board or the GPU as the driver defines it. */
    GPU,
    /** Only the memory of a GPU; inside {@link #GPU}. */
    GPU_MEMORY,
    /** A module of CPU and GPU (superchip); contains both. */
    MODULE
}
