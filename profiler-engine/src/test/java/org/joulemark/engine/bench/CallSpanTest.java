package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.joulemark.engine.model.Tick;
import org.junit.jupiter.api.Test;

class CallSpanTest {
    private static CallSpan span(long begin, long end) {
        return new CallSpan(new Tick(begin), new Tick(end));
    }

    @Test
    void theWorkersTicksCountOnlyIfTheyLieWithinTheHosts() {
        CallSpan host = span(100, 200);
        assertThat(span(101, 198).within(host)).isEqualTo(span(101, 198));
        assertThat(span(100, 200).within(host)).isEqualTo(host);
        assertThat(span(99, 198).within(host)).isEqualTo(host);
        assertThat(span(101, 201).within(host)).isEqualTo(host);
        assertThat(span(150, 149).within(host)).isEqualTo(host);
    }

    @Test
    void aClockThatRunsOverItsLargestNumberIsStillInOrder() {
        CallSpan host = span(Long.MAX_VALUE - 10, Long.MIN_VALUE + 10);
        CallSpan told = span(Long.MAX_VALUE - 5, Long.MIN_VALUE + 5);
        assertThat(told.within(host)).isEqualTo(told);
        assertThat(told.nanos()).isEqualTo(11);
    }
}
