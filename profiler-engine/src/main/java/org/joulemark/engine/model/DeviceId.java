package org.joulemark.engine.model;

/**
 * Name of one computing device of the machine.
 *
 * @param value {@code cpu} for all sockets together, {@code gpu:0} for the first GPU in PCI bus order
 */
public record DeviceId(String value) {
    /** All CPU sockets of the machine together. */
    public static final DeviceId CPU = new DeviceId("cpu");

    /** Number of the GPU among those of the machine; 0 for the CPU, where it means nothing. */
    public int index() {
        return value.startsWith("gpu:") ? Integer.parseInt(value.substring(4)) : 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
