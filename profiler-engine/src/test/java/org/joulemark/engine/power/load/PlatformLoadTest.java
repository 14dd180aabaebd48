package org.joulemark.engine.power.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PlatformLoadTest {
    private final AtomicLong nanos = new AtomicLong(5);
    private final AtomicReference<Double> load = new AtomicReference<>(0.5);
    private final PlatformLoad source = new PlatformLoad(load::get, nanos::get);

    @Test
    void loadIsIntegratedOverTheTimeBetweenReads() {
        CpuTimes before = source.read();
        nanos.addAndGet(100);
        CpuTimes after = source.read();
        assertThat(after.total() - before.total()).isEqualTo(100);
        assertThat(after.utilisationSince(before)).isEqualTo(0.5);
    }

    @Test
    void aLoadTheRuntimeDoesNotKnowIsNotAnIdleCpu() {
        CpuTimes before = source.read();
        for (double unknown : new double[] {-1, Double.NaN}) {
            load.set(unknown);
            nanos.addAndGet(100);
            assertThat(source.read().utilisationSince(before)).isNaN();
        }
        load.set(1.0);
        nanos.addAndGet(100);
        CpuTimes after = source.read();
        assertThat(after.utilisationSince(before)).isEqualTo(1.0);
        assertThat(after.total() - before.total()).isEqualTo(300);
    }
}
