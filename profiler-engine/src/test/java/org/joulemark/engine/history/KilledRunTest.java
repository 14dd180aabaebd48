package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run whose program is killed leaves a history that holds, with every trial that was committed. */
class KilledRunTest {
    @TempDir
    Path folder;

    @Test
    void killedRightAfterACommitEveryCommittedTrialVerifies() throws Exception {
        for (int trial : new int[] {1, 4}) {
            Kill.Left left = Kill.at(Kill.commit(trial), folder.resolve("trial-" + trial));
            assertThat(left.problems()).isEmpty();
            assertThat(left.kept()).isGreaterThanOrEqualTo(trial);
            assertThat(left.ended()).isFalse();
        }
    }

    @Test
    void killedBeforeTheFirstSampleWasWrittenItVerifiesToo() throws Exception {
        Kill.Left left = Kill.at(Kill.word(1), folder);
        assertThat(left.problems()).isEmpty();
        assertThat(left.kept()).isZero();
        assertThat(left.ended()).isFalse();
    }
}
