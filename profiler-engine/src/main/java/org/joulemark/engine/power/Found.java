package org.joulemark.engine.power;

import java.util.List;

/** What a probe found of its kind of sensor. */
public sealed interface Found {
    /**
     * The source exists.
     *
     * @param sensors sensors that gave a first reading; the caller closes them
     * @param blocked sensors that exist but cannot be read, each with its remedy
     */
    record Here(List<PowerSensor> sensors, List<Blocked> blocked) implements Found {}

    /**
     * The source does not exist on this machine.
     *
     * @param why one sentence
     * @param remedy what would make it available; empty if nothing would
     */
    record Absent(String why, String remedy) implements Found {}

    /**
     * A sensor that exists but cannot be read.
     *
     * @param name what a person calls it
     * @param why one sentence
     * @param remedy exact command or setting that unlocks it
     */
    record Blocked(String name, String why, String remedy) {}
}
