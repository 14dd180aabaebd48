package org.joulemark.engine.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One computing device of the machine. Written {@code cpu} for all sockets together, {@code gpu:0} for the first GPU in PCI
 * bus order; that text is read where it comes in and nowhere else.
 *
 * @param kind what computes
 * @param index number of the GPU among those of the machine; 0 for the CPU, of which there is one
 */
public record DeviceId(Kind kind, int index) {
    /** What computes. */
    public enum Kind {
        /** All CPU sockets of the machine together. */
        CPU,
        /** One GPU. */
        GPU
    }

    /** All CPU sockets of the machine together. */
    public static final DeviceId CPU = new DeviceId(Kind.CPU, 0);

    private static final Pattern GPU = Pattern.compile("gpu:(0|[1-9][0-9]{0,3})");

    /** @throws IllegalArgumentException if there is no device of that number */
    public DeviceId {
        if (index < 0 || (kind == Kind.CPU && index != 0)) {
            throw new IllegalArgumentException("no device " + kind + " " + index);
        }
    }

    /** The GPU of that number. */
    public static DeviceId gpu(int index) {
        return new DeviceId(Kind.GPU, index);
    }

    /** Reads {@link #text()}. @throws IllegalArgumentException if it is none */
    public static DeviceId parse(String text) {
        if (text.equals(CPU.text())) {
            return CPU;
        }
        Matcher matcher = GPU.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("unknown device '" + text + "'; write cpu, gpu:0, gpu:1, …");
        }
        return gpu(Integer.parseInt(matcher.group(1)));
    }

    /** {@code cpu}, {@code gpu:0}, …. */
    public String text() {
        return kind == Kind.CPU ? "cpu" : "gpu:" + index;
    }

    @Override
    public String toString() {
        return text();
    }
}
