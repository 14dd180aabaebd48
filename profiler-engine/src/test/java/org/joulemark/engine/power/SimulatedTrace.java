package org.joulemark.engine.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.joulemark.engine.model.CounterRange;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.SensorEnergy;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorScope;
import org.joulemark.engine.model.SensorSource;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.SensorUncertainty;
import org.joulemark.engine.model.TraceKind;

/** What a sensor says of a {@link KnownPower}, read as the sampler reads it, whole or broken in chosen ways. */
final class SimulatedTrace {
    static final long MILLI = 1_000_000L;
    static final long SECOND = 1_000 * MILLI;

    /** The window begins here; the trace at zero. */
    static final long START = 3 * SECOND;

    /** Sensors as this program knows them. */
    enum Kind {
        RAPL(1 * MILLI, 1_000, 61, 150),
        SMALL_RAPL(1 * MILLI, 1_000, 15, 6),
        NEAR_ZERO(1 * MILLI, 1_000, 61, 0.02),
        LOAD(10 * MILLI, 200, 1, 150),
        NVML(100 * MILLI, 3_000, 1_000, 600),
        MOMENTARY(100 * MILLI, 0, 0, 600),
        MEAN(SECOND, 0, 0, 600);

        final long periodNanos;
        final double maxWatts;
        final long unitMicrojoules;
        final double loadWatts;

        Kind(long periodNanos, double maxWatts, long unitMicrojoules, double loadWatts) {
            this.periodNanos = periodNanos;
            this.maxWatts = maxWatts;
            this.unitMicrojoules = unitMicrojoules;
            this.loadWatts = loadWatts;
        }

        boolean counter() {
            return maxWatts > 0;
        }

        long wrapMicrojoules() {
            return this == RAPL || this == SMALL_RAPL || this == NEAR_ZERO ? 262_143_328_850L : 0;
        }

        SensorInfo info() {
            Provenance polled = this == MEAN ? Provenance.POLLED_AVERAGE : Provenance.POLLED_INSTANT;
            return new SensorInfo(
                    new SensorId(name()),
                    SensorSource.RAPL,
                    DeviceId.CPU,
                    name(),
                    counter() ? SensorScope.CPU_PACKAGE : SensorScope.GPU,
                    false,
                    counter() ? Provenance.COUNTER : polled,
                    counter() ? TraceKind.ENERGY_COUNTER_MICROJOULES : TraceKind.POWER_MILLIWATTS,
                    periodNanos,
                    new SensorUncertainty(0.05, 0.05, 0),
                    counter() ? new CounterRange(wrapMicrojoules(), maxWatts) : null,
                    null,
                    "");
        }
    }

    /** A time in which a sensor does not do what it should. */
    record Piece(long from, long to) {
        boolean holds(long nanos) {
            return nanos >= from && nanos < to;
        }
    }

    /** A counter that gains joules that nobody used. */
    record Jump(long at, double joules) {}

    final Kind kind;
    final KnownPower power;
    final long lengthNanos;
    final TreeSet<Long> ticks = new TreeSet<>();
    final List<Piece> unread = new ArrayList<>();
    final List<Piece> stuck = new ArrayList<>();
    final List<Jump> jumps = new ArrayList<>();
    long startMicrojoules = 40_000_000_000L;
    long resetAt = Long.MAX_VALUE;
    boolean catchesUp;
    private final Random random;
    private final long updateNanos;
    private final long phaseNanos;
    private final List<Long> strange = new ArrayList<>();

    SimulatedTrace(Kind kind, KnownPower power, long lengthNanos, Random random) {
        this.kind = kind;
        this.power = power;
        this.lengthNanos = lengthNanos;
        this.random = random;
        this.updateNanos =
                kind == Kind.NVML ? MILLI * random.nextLong(20, 100) : Math.min(100 * MILLI, kind.periodNanos);
        this.phaseNanos = random.nextLong(updateNanos);
    }

    long end() {
        return START + lengthNanos;
    }

    /** Readings each tenth of a second, as late as a busy machine makes them. */
    void tick(double lateShare) {
        for (long due = 0; due < end() + 2 * SECOND; due += 100 * MILLI) {
            long late = random.nextDouble() < lateShare ? random.nextLong(100, 400) * MILLI : 0;
            ticks.add(
                    due + random.nextLong(MILLI) + (random.nextInt(10) == 0 ? random.nextLong(20 * MILLI) : 0) + late);
        }
    }

    /** Readings right before the window, right after it, and when it is closed. */
    void mark() {
        ticks.add(START - 20_000 - random.nextLong(MILLI));
        ticks.add(end() + 20_000 + random.nextLong(MILLI));
        ticks.add(end() + EnergyWindow.closingNanos(kind.info()) + 20_000 + random.nextLong(MILLI));
    }

    void strangeReading() {
        List<Long> inside = List.copyOf(ticks.subSet(START, end()));
        strange.add(inside.get(random.nextInt(inside.size())));
    }

    /** Whether a standstill shows at all: two readings, further apart than an update may be late, say the same. */
    boolean seen(Piece piece, long apart) {
        long from = piece.from + updateNanos;
        long to = Math.min(piece.to, end() + EnergyWindow.closingNanos(kind.info()));
        List<Long> inside = ticks.subSet(from, Math.max(from, to)).stream()
                .filter(tick -> unread.stream().noneMatch(gap -> gap.holds(tick)))
                .toList();
        return !inside.isEmpty() && inside.getLast() - inside.getFirst() > apart;
    }

    /** Time between the readings around a moment. */
    long unreadFor(long moment) {
        TreeSet<Long> read = new TreeSet<>(ticks);
        read.removeIf(tick -> unread.stream().anyMatch(gap -> gap.holds(tick)));
        Long before = read.floor(moment);
        Long after = read.ceiling(moment);
        return before == null || after == null ? Long.MAX_VALUE : after - before;
    }

    SensorTrace trace() {
        List<Long> times = List.copyOf(ticks);
        long[] nanos = new long[times.size()];
        long[] values = new long[times.size()];
        byte[] states = new byte[times.size()];
        for (int i = 0; i < nanos.length; i++) {
            long tick = times.get(i);
            nanos[i] = tick;
            values[i] = kind.counter() ? counter(tick) : milliwatts(tick);
            states[i] = unread.stream().anyMatch(gap -> gap.holds(tick)) ? MissingReason.READ_FAILED.code() : 0;
        }
        return new SensorTrace(nanos, values, states);
    }

    SensorEnergy energy() {
        return EnergyWindow.over(kind.info(), trace(), START, end());
    }

    double truth() {
        return power.joules(end()) - power.joules(START);
    }

    /** The moment whose value is read at a tick. */
    private long updated(long tick) {
        return Math.max(0, tick - Math.floorMod(tick - phaseNanos, updateNanos));
    }

    private long counter(long tick) {
        long now = updated(tick);
        double joules = now >= resetAt ? counted(now) - counted(resetAt) : counted(now) + startMicrojoules / 1e6;
        long value = (long) (joules * 1e6 / kind.unitMicrojoules) * kind.unitMicrojoules;
        return kind.wrapMicrojoules() == 0 ? value : value % kind.wrapMicrojoules();
    }

    private double counted(long nanos) {
        double joules = power.joules(nanos);
        for (Piece piece : stuck) {
            if (nanos > piece.from && !(catchesUp && nanos >= piece.to)) {
                joules -= power.joules(Math.min(nanos, piece.to)) - power.joules(piece.from);
            }
        }
        return joules
                + jumps.stream()
                        .filter(jump -> jump.at <= nanos)
                        .mapToDouble(Jump::joules)
                        .sum();
    }

    private long milliwatts(long tick) {
        if (strange.contains(tick)) {
            return new long[] {(1L << 32) - 1, 1, 50_000_000}[Math.floorMod(tick, 3)];
        }
        long now = updated(tick);
        for (Piece piece : stuck) {
            now = piece.holds(now) ? updated(piece.from) : now;
        }
        double watts = kind == Kind.MEAN
                ? (power.joules(now) - power.joules(Math.max(0, now - SECOND))) / Math.min(now / 1e9 + 1e-9, 1)
                : power.watts(now);
        double noise = 1 + 0.01 * (new Random(now * 31 + phaseNanos).nextDouble() - 0.5);
        return Math.max(1, Math.round(watts * noise * 1e3));
    }
}
