package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred runs killed, half at random moments and half on a commit; none may leave a history that fails. */
class KilledRunsBench {
    private static final int KILLS = Integer.getInteger("joulemark.kills", 100);
    private static final int TRIALS = 6;

    /** A run takes about this long; a kill that comes too late finds it ended, which must hold as well. */
    private static final int RUN_MILLIS = 7_000;

    @TempDir
    Path folder;

    @Test
    void noKilledRunLeavesAHistoryThatFails() throws Exception {
        Random random = new Random(11);
        List<Kill.Left> onCommits = new ArrayList<>();
        List<Kill.Left> anywhere = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Path own = folder.resolve("run-" + i);
            if (i % 2 == 0) {
                onCommits.add(Kill.at(Kill.commit(1 + random.nextInt(TRIALS)), own));
            } else {
                anywhere.add(Kill.at(Kill.after(random.nextInt(RUN_MILLIS)), own));
            }
        }
        report("on commits", onCommits);
        report("at random", anywhere);
        assertThat(onCommits).allMatch(Kill.Left::sound);
        assertThat(anywhere).allMatch(Kill.Left::sound);
    }

    private static void report(String when, List<Kill.Left> left) {
        System.out.printf(
                "killed %s: %d, of these ended before %d, trials promised %d, kept %d, histories that fail %d%n",
                when,
                left.size(),
                left.stream().filter(Kill.Left::ended).count(),
                left.stream().mapToInt(Kill.Left::promised).sum(),
                left.stream().mapToInt(Kill.Left::kept).sum(),
                left.stream().filter(one -> !one.sound()).count());
        left.stream()
                .flatMap(one -> one.problems().stream())
                .distinct()
                .limit(5)
                .forEach(System.out::println);
    }
}
