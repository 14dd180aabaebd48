package org.joulemark.app.ui.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.model.Absent;

/**
 * Whether the versions may stand beside each other with a difference.
 *
 * @param state the answer
 * @param obstacles why not, one sentence a version and reason
 */
record Badge(State state, List<String> obstacles) {
    /** The answer in a word. */
    enum State {
        /** Nothing stands in the way. */
        COMPARABLE("comparable", "good"),
        /** Some metrics or versions must not be compared. */
        PARTLY("partly", "warn"),
        /** No version may be compared with the baseline in what was measured. */
        NOT("not", "bad");

        private final String key;
        private final String style;

        State(String key, String style) {
            this.key = key;
            this.style = style;
        }

        /** Key of its text. */
        String key() {
            return key;
        }

        /** Style class with its colour. */
        String style() {
            return style;
        }
    }

    Badge {
        obstacles = List.copyOf(obstacles);
    }

    /** The badge of a comparison; figures that are absent say so themselves and count for nothing here. */
    static Badge of(Comparison comparison) {
        Set<String> obstacles = new LinkedHashSet<>();
        int blocked = 0;
        for (int i = 0; i < comparison.others().size(); i++) {
            List<String> reasons = reasons(comparison, i);
            String label = comparison.others().get(i).label();
            reasons.forEach(reason -> obstacles.add(label + ": " + reason));
            blocked += !reasons.isEmpty() && !anyMeasuredDelta(comparison, i) ? 1 : 0;
        }
        if (obstacles.isEmpty()) {
            return new Badge(State.COMPARABLE, List.of());
        }
        boolean none = blocked == comparison.others().size();
        return new Badge(none ? State.NOT : State.PARTLY, new ArrayList<>(obstacles));
    }

    private static List<String> reasons(Comparison comparison, int version) {
        return comparison.rows().stream()
                .filter(row -> !(row.baseline() instanceof Absent)
                        && !(row.cells().get(version).figure() instanceof Absent))
                .map(row -> row.cells().get(version).verdict())
                .filter(Verdict.NotComparable.class::isInstance)
                .map(verdict -> ((Verdict.NotComparable) verdict).why())
                .distinct()
                .toList();
    }

    /** Facts of the file are always comparable; whether anything else is, shows in a method of trials or answers. */
    private static boolean anyMeasuredDelta(Comparison comparison, int version) {
        return comparison.rows().stream()
                .map(row -> row.cells().get(version))
                .anyMatch(cell -> cell.delta() != null && cell.delta().interval95() != null);
    }
}
