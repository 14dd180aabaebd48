package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The order of trials favours nobody. */
class ScheduleTest {
    private static final int SEEDS = 50;

    @Test
    void everyVersionStandsInEveryPositionEquallyOftenOrOnceMore() {
        for (int versions = 1; versions <= 8; versions++) {
            for (int trials = 1; trials <= 10; trials++) {
                for (long seed = 0; seed < SEEDS; seed++) {
                    balanced(versions, trials, seed);
                }
            }
        }
    }

    private static void balanced(int versions, int trials, long seed) {
        int[][] times = new int[versions][versions];
        List<List<Integer>> blocks = Schedule.blocks(versions, trials, seed);
        assertThat(blocks).hasSize(trials);
        for (List<Integer> block : blocks) {
            assertThat(new HashSet<>(block)).hasSize(versions);
            for (int position = 0; position < versions; position++) {
                times[block.get(position)][position]++;
            }
        }
        int[] all = Arrays.stream(times).flatMapToInt(Arrays::stream).toArray();
        assertThat(Arrays.stream(all).max().orElseThrow()
                        - Arrays.stream(all).min().orElseThrow())
                .as("%d versions, %d trials, seed %d", versions, trials, seed)
                .isLessThanOrEqualTo(1);
    }

    @Test
    void everyVersionFollowsEveryOtherEquallyOftenOverWholeSquares() {
        for (int versions = 2; versions <= 8; versions++) {
            int trials = versions % 2 == 0 ? versions : 2 * versions;
            Map<String, Integer> pairs = new HashMap<>();
            for (List<Integer> block : Schedule.blocks(versions, trials, 3)) {
                for (int i = 1; i < versions; i++) {
                    pairs.merge(block.get(i - 1) + ">" + block.get(i), 1, Integer::sum);
                }
            }
            assertThat(pairs).as("%d versions", versions).hasSize(versions * (versions - 1));
            assertThat(Set.copyOf(pairs.values())).as("%d versions", versions).hasSize(1);
        }
    }

    @Test
    void theSeedRepeatsTheOrderAndAnotherGivesAnother() {
        Set<List<List<Integer>>> orders = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            assertThat(Schedule.blocks(4, 5, seed)).isEqualTo(Schedule.blocks(4, 5, seed));
            orders.add(Schedule.blocks(4, 5, seed));
        }
        assertThat(orders).hasSizeGreaterThan(SEEDS / 2);
    }
}
