package org.joulemark.engine.power;

import java.util.Arrays;
import java.util.Random;

/** A device whose power is known at every moment: straight from corner to corner, with steps. */
final class KnownPower {
    private static final long SECOND = 1_000_000_000L;

    private long[] begins = new long[16];
    private double[] first = new double[16];
    private double[] last = new double[16];
    private double[] joulesBefore = new double[16];
    private int size;
    private long end;
    private double joules;
    private double peak;

    private KnownPower() {}

    /** Something between zero and {@code nanos} with at most {@code watts}; no feature shorter than {@code least}. */
    static KnownPower random(Random random, long nanos, double watts, long least) {
        KnownPower power = new KnownPower();
        double low = watts * random.nextDouble(0.05, 1);
        double high = watts * random.nextDouble(0.05, 1);
        switch (random.nextInt(5)) {
            case 0 -> power.add(nanos, low, low);
            case 1 -> power.add(nanos, low, high);
            case 2 -> power.square(random, nanos, new double[] {low, high}, least);
            case 3 -> power.bursts(random, nanos, new double[] {Math.min(low, high) / 4, watts}, least);
            default -> power.walk(random, nanos, watts, least);
        }
        return power;
    }

    static KnownPower constant(long nanos, double watts) {
        KnownPower power = new KnownPower();
        power.add(nanos, watts, watts);
        return power;
    }

    private void square(Random random, long nanos, double[] watts, long least) {
        long up = least + random.nextLong(2 * SECOND);
        long down = least + random.nextLong(2 * SECOND);
        while (end < nanos) {
            add(end + up, watts[0], watts[0]);
            add(end + down, watts[1], watts[1]);
        }
    }

    private void bursts(Random random, long nanos, double[] watts, long least) {
        while (end < nanos) {
            add(end + least + random.nextLong(3 * SECOND), watts[0], watts[0]);
            double high = watts[1] * random.nextDouble(0.3, 1);
            add(end + least + random.nextLong(SECOND / 2), high, high);
        }
    }

    private void walk(Random random, long nanos, double watts, long least) {
        double now = watts / 2;
        while (end < nanos) {
            double next = Math.clamp(now + watts * random.nextDouble(-0.2, 0.2), watts / 20, watts);
            add(end + least + random.nextLong(SECOND / 5), now, next);
            now = next;
        }
    }

    private void add(long until, double from, double to) {
        if (size == begins.length) {
            begins = Arrays.copyOf(begins, 2 * size);
            first = Arrays.copyOf(first, 2 * size);
            last = Arrays.copyOf(last, 2 * size);
            joulesBefore = Arrays.copyOf(joulesBefore, 2 * size);
        }
        begins[size] = end;
        first[size] = from;
        last[size] = to;
        joulesBefore[size] = joules;
        joules += (from + to) / 2 * ((until - end) / 1e9);
        peak = Math.max(peak, Math.max(from, to));
        end = until;
        size++;
    }

    double peak() {
        return peak;
    }

    double watts(long nanos) {
        int i = piece(nanos);
        return first[i] + (last[i] - first[i]) * share(i, nanos);
    }

    /** Joules from zero to a moment. */
    double joules(long nanos) {
        int i = piece(nanos);
        double to = first[i] + (last[i] - first[i]) * share(i, nanos);
        return joulesBefore[i] + (first[i] + to) / 2 * ((nanos - begins[i]) / 1e9);
    }

    private double share(int i, long nanos) {
        long until = i + 1 < size ? begins[i + 1] : end;
        return (double) (nanos - begins[i]) / (until - begins[i]);
    }

    private int piece(long nanos) {
        int found = Arrays.binarySearch(begins, 0, size, nanos);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
