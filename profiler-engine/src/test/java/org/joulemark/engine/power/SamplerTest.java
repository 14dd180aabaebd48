package org.joulemark.engine.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.MissingReason;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Reading;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Tick;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final long MILLISECOND = 1_000_000L;

    /** So long that only marks cause readings, once the first deadline is past. */
    private static final long ONLY_MARKS = 1_000_000 * MILLISECOND;

    @Test
    void aMarkReadsEverySensorBeforeItsTick() {
        FakeSensor first = FakeSensor.reading("first", rising());
        FakeSensor second = FakeSensor.reading("second", rising());
        try (Sampler sampler = Sampler.start(List.of(first, second), ONLY_MARKS)) {
            awaitFirstDeadline(sampler, second);
            for (int i = 0; i < 50; i++) {
                Tick before = Tick.now();
                Tick mark = sampler.mark();
                for (FakeSensor sensor : List.of(first, second)) {
                    SensorTrace trace = sampler.trace(sensor.info().id());
                    long last = trace.tickNanos(trace.size() - 1);
                    assertThat(last - before.nanos()).isNotNegative();
                    assertThat(mark.nanos() - last).isNotNegative();
                }
            }
            SensorTrace trace = sampler.trace(first.info().id());
            assertThat(trace.size()).isEqualTo(51);
            assertThat(sampler.trace(first.info().id(), 40)).isEqualTo(trace.slice(40, trace.size()));
        }
    }

    @Test
    void deadlinesGoOnWithoutMarks() {
        FakeSensor sensor = FakeSensor.reading("s", rising());
        try (Sampler sampler = Sampler.start(List.of(sensor), MILLISECOND)) {
            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
                while (sampler.trace(sensor.info().id()).size() < 100) {
                    Thread.sleep(1);
                }
            });
            assertThat(sampler.ticks()).isGreaterThanOrEqualTo(99);
            assertThat(sampler.cpuNanos()).isPositive();
        }
    }

    @Test
    void aSensorThatHangsIsMissingFromThenOnAndCostsNoOther() {
        CountDownLatch never = new CountDownLatch(1);
        FakeSensor hanging = FakeSensor.reading("hanging", () -> hang(never));
        FakeSensor healthy = FakeSensor.reading("healthy", rising());
        try (Sampler sampler = Sampler.start(List.of(hanging, healthy), 100 * MILLISECOND)) {
            Tick start = assertTimeoutPreemptively(Duration.ofSeconds(20), sampler::mark);
            Tick end = sampler.mark();
            sampler.mark();
            SensorTrace hung = sampler.trace(hanging.info().id());
            assertThat(hung.size()).isPositive();
            assertThat(hung.reason(0)).isEqualTo(MissingReason.HUNG);
            assertThat(energy(sampler, hanging, start, end))
                    .isInstanceOfSatisfying(
                            Absent.class, absent -> assertThat(absent.why()).contains("did not answer"));
            assertThat(energy(sampler, healthy, start, end)).isInstanceOf(Quantity.class);
            assertThat(sampler.ticksLate()).isGreaterThanOrEqualTo(10);
            int before = sampler.trace(hanging.info().id()).size();
            never.countDown();
            sampler.mark();
            SensorTrace after = sampler.trace(hanging.info().id());
            for (int i = before; i < after.size(); i++) {
                assertThat(after.reason(i)).isEqualTo(MissingReason.HUNG);
            }
        } finally {
            never.countDown();
        }
    }

    @Test
    void aMarkAskedForWhileASensorHangsIsStillAnsweredByAReading() {
        CountDownLatch never = new CountDownLatch(1);
        FakeSensor healthy = FakeSensor.reading("healthy", rising());
        AtomicLong reads = new AtomicLong();
        FakeSensor hanging = FakeSensor.reading(
                "hanging", () -> reads.incrementAndGet() == 2 ? hang(never) : new Reading.Counter(Tick.now(), 1));
        try (Sampler sampler = Sampler.start(List.of(hanging, healthy), ONLY_MARKS)) {
            awaitFirstDeadline(sampler, healthy);
            Tick asked = Tick.now();
            Tick mark = sampler.mark();
            SensorTrace trace = sampler.trace(healthy.info().id());
            assertThat(trace.size()).isEqualTo(2);
            assertThat(trace.tickNanos(1) - asked.nanos()).isPositive();
            assertThat(mark.nanos() - trace.tickNanos(1)).isNotNegative();
        } finally {
            never.countDown();
        }
    }

    @Test
    void aSensorThatThrowsHasNoValueAndCostsNoOther() {
        FakeSensor broken = FakeSensor.reading("broken", () -> {
            throw new IllegalStateException("against the contract");
        });
        FakeSensor healthy = FakeSensor.reading("healthy", rising());
        try (Sampler sampler = Sampler.start(List.of(broken, healthy), ONLY_MARKS)) {
            sampler.mark();
            assertThat(sampler.trace(broken.info().id()).reason(0)).isEqualTo(MissingReason.READ_FAILED);
            assertThat(sampler.trace(healthy.info().id()).missing(0)).isFalse();
        }
    }

    @Test
    void readingsOfTwoSensorsOfOneNameAreNotMixed() {
        FakeSensor one = FakeSensor.reading("same", () -> new Reading.Counter(Tick.now(), 1));
        FakeSensor other = FakeSensor.reading("same", () -> new Reading.Counter(Tick.now(), 2));
        try (Sampler sampler = Sampler.start(List.of(one, other), ONLY_MARKS)) {
            sampler.mark();
            sampler.mark();
            SensorTrace trace = sampler.trace(one.info().id());
            for (int i = 0; i < trace.size(); i++) {
                assertThat(trace.value(i)).isEqualTo(1);
            }
        }
    }

    @Test
    void afterClosingNothingIsReadAndAMarkReturnsAtOnce() {
        AtomicLong reads = new AtomicLong();
        FakeSensor sensor = FakeSensor.reading("s", () -> new Reading.Counter(Tick.now(), reads.incrementAndGet()));
        Sampler sampler = Sampler.start(List.of(sensor), MILLISECOND);
        sampler.mark();
        sampler.close();
        long after = reads.get();
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(1), sampler::mark))
                .isNotNull();
        assertThat(reads.get()).isEqualTo(after);
        assertThat(sampler.trace(sensor.info().id()).size()).isEqualTo((int) after);
    }

    @Test
    void anUnknownSensorHasAnEmptyTrace() {
        try (Sampler sampler = Sampler.start(List.of(), ONLY_MARKS)) {
            assertThat(sampler.mark()).isNotNull();
            assertThat(sampler.trace(FakeSensor.counter("x", 0).id())).isEqualTo(SensorTrace.empty());
        }
    }

    private static void awaitFirstDeadline(Sampler sampler, PowerSensor last) {
        while (sampler.trace(last.info().id()).size() == 0) {
            Thread.onSpinWait();
        }
    }

    private static Object energy(Sampler sampler, PowerSensor sensor, Tick start, Tick end) {
        SensorTrace trace = sampler.trace(sensor.info().id());
        return EnergyWindow.over(sensor.info(), trace, start.nanos(), end.nanos())
                .energy();
    }

    private static Supplier<Reading> rising() {
        long start = System.nanoTime();
        return () -> {
            Tick now = Tick.now();
            // 50 W
            return new Reading.Counter(now, (now.nanos() - start) / 20);
        };
    }

    private static Reading hang(CountDownLatch never) {
        boolean interrupted = false;
        while (never.getCount() > 0) {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new Reading.Counter(Tick.now(), 1);
    }
}
