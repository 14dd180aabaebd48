package org.joulemark.engine.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WriterMarkTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private final WriterMark self = WriterMark.ofThisProcess();

    @Test
    void thisProcessIsAlive() {
        assertThat(self.dead(NOW, NOW)).isFalse();
    }

    @Test
    void aProcessIdUsedAgainIsAnotherProcess() {
        Instant before = requireNonNull(self.processStartedAt()).minus(Duration.ofHours(1));
        assertThat(new WriterMark(self.pid(), self.host(), before).dead(NOW, NOW))
                .isTrue();
    }

    @Test
    void anUnknownProcessIdIsDead() {
        assertThat(new WriterMark(Integer.MAX_VALUE, self.host(), NOW).dead(NOW, NOW))
                .isTrue();
    }

    @Test
    void aWriterOnAnotherMachineIsGivenTwoDays() {
        WriterMark remote = new WriterMark(1, self.host() + "-other", NOW);
        assertThat(remote.dead(NOW.minus(Duration.ofHours(47)), NOW)).isFalse();
        assertThat(remote.dead(NOW.minus(Duration.ofHours(49)), NOW)).isTrue();
    }
}
