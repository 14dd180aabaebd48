package org.joulemark.engine.power;

import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorInfo;

/** One power source, one session. Used by one thread at a time. */
public interface PowerSensor extends AutoCloseable {
    /** What this sensor is; constant for its life. */
    SensorInfo info();

    /** Reads now. Never throws for a missing value: a failed read is a {@link Reading.Missing} with its reason. */
    Reading read();

    /** Ends the session; closing twice is harmless. */
    @Override
    void close();
}
