package org.joulemark.engine.power;

import org.joulemark.engine.model.SensorSource;

/** Looks whether one kind of sensor is here, and if not, what the user can do. */
public interface SensorProbe {
    /** Where its readings come from. */
    SensorSource source();

    /** What a person calls the source, for example "Intel/AMD RAPL (powercap)". */
    String title();

    /** Looks; never throws, never asks for more rights. */
    Found look(ProbeContext context);
}
