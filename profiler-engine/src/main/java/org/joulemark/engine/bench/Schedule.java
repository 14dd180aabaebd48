package org.joulemark.engine.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The order of trials: in every block each version has one trial, in an order shuffled anew, so that thermal drift and
 * neighbours hit all versions alike. The seed is part of the plan, so the order can be repeated.
 */
final class Schedule {
    private Schedule() {}

    /** Version indices block by block; {@code trials} blocks, each a permutation of 0 … versions − 1. */
    static List<List<Integer>> blocks(int versions, int trials, long seed) {
        Random random = new Random(seed);
        List<List<Integer>> blocks = new ArrayList<>(trials);
        for (int block = 0; block < trials; block++) {
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, versions).boxed().toList());
            Collections.shuffle(order, random);
            blocks.add(List.copyOf(order));
        }
        return List.copyOf(blocks);
    }
}
