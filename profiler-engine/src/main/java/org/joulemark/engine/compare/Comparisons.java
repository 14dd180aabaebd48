package org.joulemark.engine.compare;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;

/** Compares versions with a baseline, metric by metric. */
public final class Comparisons {
    private Comparisons() {}

    /**
     * Compares.
     *
     * @param contenders at least one version; the first is the baseline
     * @param evidence where the stored answers are read for paired tests; what cannot be read is not comparable
     */
    public static Comparison of(List<Contender> contenders, Evidence evidence) {
        if (contenders.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare");
        }
        Contender baseline = contenders.getFirst();
        List<Contender> others = List.copyOf(contenders.subList(1, contenders.size()));
        List<Comparison.Row> rows = new ArrayList<>();
        for (Metric metric : Metrics.ALL) {
            if (contenders.stream().anyMatch(contender -> applies(metric, contender))) {
                rows.add(row(metric, baseline, others, evidence));
            }
        }
        return new Comparison(baseline, others, rows, notes(contenders));
    }

    private static boolean applies(Metric metric, Contender contender) {
        return !(metric instanceof JudgedMetric judged) || judged.applies(contender);
    }

    private static Comparison.Row row(Metric metric, Contender baseline, List<Contender> others, Evidence evidence) {
        Judge judge = new Judge(metric, baseline, evidence);
        return new Comparison.Row(
                metric, metric.of(baseline), others.stream().map(judge::cell).toList());
    }

    private static List<String> notes(List<Contender> contenders) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "The gain of a power sensor cancels in a difference of energies and stays in the absolute figures; what"
                        + " readings and idle power leave open does not cancel and is in its interval.");
        notes.add("Each verdict holds at the 95 % level by itself: of twenty such comparisons between equals about one "
                + "shows a difference.");
        notes.add("Each version ran in one process: what differs from one start to the next is in no interval. Where a"
                + " small difference matters, run again.");
        if (contenders.stream().map(one -> one.run().id()).distinct().count() > 1) {
            notes.add("Versions of different runs were not measured in turns: how runs differ is in no interval.");
        }
        if (contenders.stream().anyMatch(Comparisons::estimated)) {
            notes.add("Energy is estimated from load and time, not measured: its differences restate latency and get no"
                    + " verdict.");
        }
        if (contenders.stream().anyMatch(one -> !one.run().plan().settings().reportable())) {
            notes.add("Measured with a preset that is too short to be reported.");
        }
        return notes;
    }

    private static boolean estimated(Contender contender) {
        Figure energy = Metrics.byId("energy.gross")
                .<Figure>map(metric -> metric.of(contender))
                .orElseThrow();
        return switch (energy) {
            case Quantity quantity -> quantity.worst().worse(Provenance.ESTIMATED) == quantity.worst();
            case Absent absent -> false;
        };
    }
}
