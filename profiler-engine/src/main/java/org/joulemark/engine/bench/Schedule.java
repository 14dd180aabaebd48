package org.joulemark.engine.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The order of trials: in every block each version has one trial, and every version stands in each position equally
 * often, or once more where the blocks do not divide evenly, so that drift and neighbours hit all versions alike. Blocks
 * are rows of Williams' Latin squares (E. J. Williams, Austr. J. Sci. Res. A 2, 1949), in which also each version follows
 * each other one equally often; which version is which, and the order of rows, are drawn. The
 * seed is part of the plan, so the order can be repeated.
 */
public final class Schedule {
    private Schedule() {}

    /** Version indices block by block; {@code trials} blocks, each a permutation of 0 … versions − 1. */
    public static List<List<Integer>> blocks(int versions, int trials, long seed) {
        Random random = new Random(seed);
        List<List<Integer>> blocks = new ArrayList<>(trials);
        List<Integer> row = williamsRow(versions);
        while (blocks.size() < trials) {
            List<Integer> labels = shuffled(versions, random);
            blocks.addAll(square(row, labels, random));
            // With an odd number of versions only a square and its mirror image together balance who follows whom.
            blocks.addAll(square(row.reversed(), labels, random));
        }
        return List.copyOf(blocks.subList(0, trials));
    }

    private static List<List<Integer>> square(List<Integer> base, List<Integer> labels, Random random) {
        int versions = base.size();
        List<List<Integer>> rows = new ArrayList<>(versions);
        for (int shift : shuffled(versions, random)) {
            rows.add(base.stream()
                    .map(place -> labels.get((place + shift) % versions))
                    .toList());
        }
        return rows;
    }

    /** 0, 1, n − 1, 2, n − 2, …: neighbours differ by every distance once, so the shifted rows pair all versions. */
    private static List<Integer> williamsRow(int versions) {
        List<Integer> row = new ArrayList<>(versions);
        for (int i = 0; i < versions; i++) {
            row.add(i % 2 == 1 ? (i + 1) / 2 : (versions - i / 2) % versions);
        }
        return row;
    }

    private static List<Integer> shuffled(int size, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        return order;
    }
}
