package org.joulemark.engine.power;

import java.util.Arrays;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorTrace;

/** A growing trace: one writer, any number of readers that take snapshots. Thread-safe. */
final class TraceBuffer {
    private long[] ticks = new long[1024];
    private long[] values = new long[1024];
    private byte[] states = new byte[1024];
    private int size;

    synchronized void add(Reading reading) {
        if (size == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            states = Arrays.copyOf(states, 2 * size);
        }
        ticks[size] = reading.tick().nanos();
        switch (reading) {
            case Reading.Counter counter -> values[size] = counter.microjoules();
            case Reading.Sample sample -> values[size] = sample.milliwatts();
            case Reading.Missing missing -> states[size] = missing.why().code();
        }
        size++;
    }

    synchronized int size() {
        return size;
    }

    /** Readings from index {@code from} on. */
    synchronized SensorTrace from(int from) {
        return new SensorTrace(
                Arrays.copyOfRange(ticks, from, size),
                Arrays.copyOfRange(values, from, size),
                Arrays.copyOfRange(states, from, size));
    }
}
