package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * What one power sensor is and how far it may be trusted.
 *
 * @param id stable name
 * @param source where its readings come from
 * @param device device whose energy it reports
 * @param name what a person calls it, for example "package-0 (Intel RAPL)"
 * @param scope part of the machine covered
 * @param wholeServer whether it models a share of a whole server: power supply, fans and memory are then inside its energies
 * @param provenance provenance of its energies
 * @param kind what its trace holds
 * @param periodNanos the sensor's own update period in nanoseconds, not our polling period
 * @param uncertainty default uncertainty of its energies
 * @param counterRange how its counter wraps; null for power samples
 * @param notCountedBecause why it is left out of totals (nested, mirrored); null if it counts
 * @param note limits to show beside its figures, possibly empty
 */
public record SensorInfo(
        SensorId id,
        SensorSource source,
        DeviceId device,
        String name,
        SensorScope scope,
        boolean wholeServer,
        Provenance provenance,
        TraceKind kind,
        long periodNanos,
        SensorUncertainty uncertainty,
        @Nullable CounterRange counterRange,
        @Nullable String notCountedBecause,
        String note) {
    /** Periods below which a window gives no energy figure: the two edges alone could be 1 % of it. */
    public static final int LEAST_PERIODS = 100;

    /** Shortest window whose energy is a figure, in nanoseconds. */
    public long leastWindowNanos() {
        return LEAST_PERIODS * periodNanos;
    }

    /** Whether this sensor adds to the total of its device. */
    public boolean counted() {
        return notCountedBecause == null;
    }

    /** The same sensor, left out of totals for the given reason. */
    public SensorInfo notCounted(String because) {
        return new SensorInfo(
                id,
                source,
                device,
                name,
                scope,
                wholeServer,
                provenance,
                kind,
                periodNanos,
                uncertainty,
                counterRange,
                because,
                note);
    }
}
