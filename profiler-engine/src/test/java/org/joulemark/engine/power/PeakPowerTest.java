package org.joulemark.engine.power;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.power.SimulatedTrace.Jump;
import org.joulemark.engine.power.SimulatedTrace.Kind;
import org.junit.jupiter.api.Test;

/** A peak rests on one step or one sample, which has more to be wrong than a window has. */
class PeakPowerTest {
    private static final long SECOND = SimulatedTrace.SECOND;
    private static final double WATTS = 100;

    private static SimulatedTrace constant(Kind kind, int seed) {
        KnownPower power = KnownPower.constant(20 * SECOND, WATTS);
        SimulatedTrace trace = new SimulatedTrace(kind, power, 10 * SECOND, new Random(seed));
        trace.tick(0.01);
        trace.mark();
        return trace;
    }

    private static Quantity peak(SimulatedTrace trace) {
        return (Quantity) trace.energy().peakPower();
    }

    private static boolean holds(Quantity peak) {
        // A hundredth for the noise of simulated samples.
        return Math.abs(peak.value() - WATTS) <= peak.expandedUncertainty() + 0.01 * WATTS;
    }

    @Test
    void aConstantPowerLiesWithinThePeaksUncertainty() {
        List<String> wrong = new ArrayList<>();
        for (Kind kind : List.of(Kind.RAPL, Kind.NVML, Kind.LOAD, Kind.MOMENTARY, Kind.MEAN)) {
            for (int seed = 0; seed < 100; seed++) {
                Quantity peak = peak(constant(kind, seed));
                if (!holds(peak)) {
                    wrong.add(kind + " seed " + seed + ": " + peak.value() + " ± " + peak.expandedUncertainty());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPeakOfACounterThatMovesEveryMillisecondIsKnownToTwoPercent() {
        assertThat(peak(constant(Kind.RAPL, 1)).expandedUncertainty()).isLessThan(0.02 * WATTS);
    }

    @Test
    void aJumpOfTheCounterIsInThePeaksUncertainty() {
        int numbers = 0;
        for (int seed = 0; seed < 100; seed++) {
            SimulatedTrace trace = constant(Kind.RAPL, seed);
            trace.jumps.add(new Jump(SimulatedTrace.START + 5 * SECOND, 40));
            if (trace.energy().peakPower() instanceof Quantity peak) {
                numbers++;
                assertThat(holds(peak)).as(peak.toString()).isTrue();
                assertThat(peak.value()).isGreaterThan(2 * WATTS);
            }
        }
        assertThat(numbers).isPositive();
    }

    @Test
    void aPeakThatOneSampleAloneShowsIsInDoubtDownToTheNext() {
        SensorTrace whole = constant(Kind.MOMENTARY, 3).trace();
        long[] ticks = new long[whole.size()];
        long[] values = new long[whole.size()];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = whole.tickNanos(i);
            values[i] = i == ticks.length / 2 ? 2_900_000 : whole.value(i);
        }
        SensorTrace strange = new SensorTrace(ticks, values, new byte[ticks.length]);
        Quantity peak = (Quantity) EnergyWindow.over(
                        Kind.MOMENTARY.info(), strange, SimulatedTrace.START, SimulatedTrace.START + 10 * SECOND)
                .peakPower();
        assertThat(peak.value()).isEqualTo(2_900);
        assertThat(holds(peak)).as(peak.toString()).isTrue();
    }
}
