package org.joulemark.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityResolvedTest {
    @Test
    void anEnergyWithinItsUncertaintyOfZeroIsNotResolved() {
        assertThat(Quantity.of(0.0014, Unit.WATT_HOURS_PER_1000, 0.001, Provenance.COUNTER)
                        .resolved())
                .isFalse();
        assertThat(Quantity.of(0.0021, Unit.WATT_HOURS_PER_1000, 0.001, Provenance.COUNTER)
                        .resolved())
                .isTrue();
    }

    @Test
    void aLatencyIsNeverNothingHoweverWideItsInterval() {
        Quantity p99 =
                Quantity.of(4, Unit.MILLISECONDS, 3, Provenance.COUNTER).withInterval(new Interval(0, 9.6, 0.95));

        assertThat(p99.resolved()).isTrue();
    }
}
