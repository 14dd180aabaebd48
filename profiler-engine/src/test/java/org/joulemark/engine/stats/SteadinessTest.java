package org.joulemark.engine.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static final long WINDOW = 10_000_000_000L;

    /** Calls of about 1 ms over 12 s whose level changes linearly by {@code drift} over ten seconds. */
    private static long[] calls(double drift, double noise) {
        Random random = new Random(7);
        long[] calls = new long[12_000];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = (long) (1e6 * (1 + drift * i / 10_000) * (1 + noise * random.nextGaussian()));
        }
        return calls;
    }

    @Test
    void constantCallsAreSteadyDespiteNoiseAndSlowSingles() {
        long[] calls = calls(0, 0.05);
        calls[11_000] *= 200;
        assertThat(Steadiness.latency(calls, WINDOW).steady()).isTrue();
    }

    @Test
    void aDriftIsMeasuredAndRefused() {
        Steadiness drifting = Steadiness.latency(calls(0.05, 0), WINDOW);
        assertThat(drifting.steady()).isFalse();
        assertThat(drifting.relativeSlope()).isCloseTo(0.05, within(0.004));
        assertThat(drifting.why()).contains("drifts");
    }

    @Test
    void aHumpWithoutSlopeIsRefusedByItsParts() {
        long[] calls = calls(0, 0);
        Arrays.fill(calls, 5_400, 8_600, 1_300_000);
        Steadiness hump = Steadiness.latency(calls, WINDOW);
        assertThat(hump.steady()).isFalse();
        assertThat(hump.subWindowRatio()).isCloseTo(1.3, within(1e-9));
    }

    @Test
    void tooShortASeriesIsNotSteady() {
        assertThat(Steadiness.latency(new long[] {5, 5, 5}, WINDOW).why()).contains("shorter");
        assertThat(Steadiness.latency(new long[0], WINDOW).steady()).isFalse();
        assertThat(Steadiness.power(new long[0], new double[0], WINDOW).steady())
                .isFalse();
    }

    @Test
    void onlyTheLastWindowOfPowerIsJudged() {
        long[] ticks = new long[300];
        double[] watts = new double[300];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = i * 100_000_000L;
            watts[i] = i < 150 ? 10 : 60;
        }
        assertThat(Steadiness.power(ticks, watts, WINDOW).steady()).isTrue();
        assertThat(Steadiness.power(ticks, watts, 2 * WINDOW).steady()).isFalse();
    }
}
