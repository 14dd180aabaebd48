package org.joulemark.engine.power;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Tick;
import org.jspecify.annotations.Nullable;

/**
 * Reads all sensors at fixed deadlines on one thread and keeps their traces. A watchdog looks after that thread: a
 * read that hangs costs its own sensor ({@link MissingReason#HUNG} from then on) and no other. Closing ends both
 * threads; the sensors stay open, they belong to the caller.
 */
public final class Sampler implements AutoCloseable {
    /** Usual time between two readings: 100 ms. */
    public static final long PERIOD_NANOS = 100_000_000L;

    private static final long HANG_NANOS = 2_000_000_000L;

    private final List<PowerSensor> sensors;
    private final Map<SensorId, TraceBuffer> traces = new LinkedHashMap<>();
    private final long periodNanos;
    private final TraceBuffer[] buffers;
    private final boolean[] hung;
    private final LinkedBlockingQueue<CompletableFuture<Tick>> marks = new LinkedBlockingQueue<>();
    private final AtomicLong ticks = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong endedCpuNanos = new AtomicLong();
    private final Thread watchdog;
    private volatile Thread thread;
    private volatile long readingSince;
    private volatile int readingIndex = -1;
    private volatile @Nullable CompletableFuture<Tick> markInHand;
    private volatile long deadline;
    private volatile boolean closed;

    private Sampler(List<PowerSensor> sensors, long periodNanos) {
        this.sensors = List.copyOf(sensors);
        this.periodNanos = periodNanos;
        this.hung = new boolean[sensors.size()];
        this.buffers = new TraceBuffer[sensors.size()];
        for (int i = 0; i < buffers.length; i++) {
            buffers[i] = new TraceBuffer();
            traces.putIfAbsent(sensors.get(i).info().id(), buffers[i]);
        }
        this.deadline = System.nanoTime();
        this.thread = Thread.ofPlatform().daemon().name("power-sampler").unstarted(this::sample);
        this.watchdog = Thread.ofPlatform().daemon().name("power-watchdog").unstarted(this::watch);
    }

    /** Starts to read {@code sensors} every {@code periodNanos}. */
    public static Sampler start(List<PowerSensor> sensors, long periodNanos) {
        Sampler sampler = new Sampler(sensors, periodNanos);
        sampler.thread.start();
        sampler.watchdog.start();
        return sampler;
    }

    /** Reads all sensors now, besides the regular readings, and gives the tick after the last of them. */
    public Tick mark() {
        CompletableFuture<Tick> mark = new CompletableFuture<>();
        marks.add(mark);
        return closed
                ? Tick.now()
                : mark.orTimeout(2 * HANG_NANOS, TimeUnit.NANOSECONDS)
                        .exceptionally(timeout -> Tick.now())
                        .join();
    }

    /** All readings of a sensor so far. */
    public SensorTrace trace(SensorId sensor) {
        return trace(sensor, 0);
    }

    /** Readings of a sensor from index {@code from} on. */
    public SensorTrace trace(SensorId sensor, int from) {
        TraceBuffer buffer = traces.get(sensor);
        return buffer == null ? SensorTrace.empty() : buffer.from(from);
    }

    /** Deadlines so far. */
    public long ticks() {
        return ticks.get();
    }

    /** Deadlines missed by more than a period. */
    public long ticksLate() {
        return late.get();
    }

    /** CPU time of the reading thread so far, in nanoseconds; negative if the platform does not tell. */
    public long cpuNanos() {
        long own = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
        return own < 0 && !closed ? own : endedCpuNanos.get() + Math.max(0, own);
    }

    private void sample() {
        try {
            while (!closed && current()) {
                markInHand = marks.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                readAll();
                if (current()) {
                    done(markInHand);
                }
            }
        } catch (InterruptedException e) {
            // Closed, or replaced after a hang: this thread's work is over either way.
            Thread.currentThread().interrupt();
        }
        if (current()) {
            endedCpuNanos.addAndGet(
                    Math.max(0, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()));
        }
    }

    /** Whether this thread still is the one that reads, and was not replaced while it hung. */
    private boolean current() {
        return Thread.currentThread().equals(thread);
    }

    private void done(@Nullable CompletableFuture<Tick> mark) {
        markInHand = null;
        if (mark == null) {
            deadline = next();
        } else {
            mark.complete(Tick.now());
        }
    }

    private long next() {
        ticks.incrementAndGet();
        long next = deadline + periodNanos;
        long behind = System.nanoTime() - next;
        if (behind > periodNanos) {
            long missed = behind / periodNanos;
            late.addAndGet(missed);
            ticks.addAndGet(missed);
            next += missed * periodNanos;
        }
        return next;
    }

    private void readAll() {
        for (int i = 0; i < buffers.length; i++) {
            Reading reading = hung[i] ? new Reading.Missing(Tick.now(), MissingReason.HUNG) : watched(i);
            if (!current()) {
                return;
            }
            buffers[i].add(reading);
        }
    }

    /** Reads under the watchdog's eyes. A sensor that throws against its contract has no value; the others go on. */
    private Reading watched(int i) {
        readingSince = System.nanoTime();
        readingIndex = i;
        try {
            return sensors.get(i).read();
        } catch (RuntimeException e) {
            return new Reading.Missing(Tick.now(), MissingReason.READ_FAILED);
        } finally {
            if (current()) {
                readingIndex = -1;
            }
        }
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(HANG_NANOS / 4_000_000);
                int index = readingIndex;
                if (index >= 0 && System.nanoTime() - readingSince > HANG_NANOS) {
                    hung[index] = true;
                    readingIndex = -1;
                    CompletableFuture<Tick> waiting = markInHand;
                    if (waiting != null) {
                        marks.add(waiting);
                    }
                    thread = Thread.ofPlatform().daemon().name("power-sampler").unstarted(this::sample);
                    thread.start();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        // Woken by a mark and not by an interrupt, which would close the file channel it may be reading from.
        marks.add(new CompletableFuture<>());
        watchdog.interrupt();
        try {
            thread.join(HANG_NANOS / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
