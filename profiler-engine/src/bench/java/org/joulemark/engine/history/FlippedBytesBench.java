package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty thousand flipped bits: no crash, no endless run, nothing that holds and tells something else. */
class FlippedBytesBench {
    private static final int FLIPS = Integer.getInteger("joulemark.flips", 20_000);

    @TempDir
    Path folder;

    @Test
    void everyFlippedBitEndsInAVerdict() throws Exception {
        FlippedBytes.Outcome outcome = new FlippedBytes(FlippedByteTest.history(folder)).flip(FLIPS, 23);
        System.out.println(FLIPS + " flipped bits: " + outcome);
        outcome.wrong().stream().limit(20).forEach(System.out::println);
        assertThat(outcome.wrong()).isEmpty();
    }
}
