package org.joulemark.engine.power;

/** Looks whether one kind of sensor is here, and if not, what the user can do. */
public interface SensorProbe {
    /** Stable short name of the source, for example {@code rapl}. */
    String id();

    /** What a person calls the source, for example "Intel/AMD RAPL (powercap)". */
    String title();

    /** Looks; never throws, never asks for more rights. */
    Found look(ProbeContext context);
}
