package org.joulemark.engine.model;

/**
 * An amount of energy.
 *
 * @param joules energy in joules; any finite number (a net energy may be negative)
 */
public record Energy(double joules) {
    /** Joules in one kilowatt hour (exact, by definition of the watt). */
    public static final double JOULES_PER_KILOWATT_HOUR = 3_600_000.0;

    /** Joules in one watt hour. */
    public static final double JOULES_PER_WATT_HOUR = 3_600.0;

    /** This energy in watt hours. */
    public double wattHours() {
        return joules / JOULES_PER_WATT_HOUR;
    }

    /** This energy in kilowatt hours. */
    public double kilowattHours() {
        return joules / JOULES_PER_KILOWATT_HOUR;
    }

    /** Sum of two energies. */
    public Energy plus(Energy other) {
        return new Energy(joules + other.joules);
    }
}
