package org.joulemark.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.SensorEnergy;
import org.jspecify.annotations.Nullable;

/** What was stated and what comes out again, for people, with the digits in which they differ. */
final class StatedText {
    private StatedText() {}

    static String of(Figure figure) {
        return switch (figure) {
            case Absent absent -> "no figure (" + absent.why() + ")";
            case Quantity quantity -> of(quantity);
        };
    }

    private static String of(Quantity quantity) {
        String symbol = quantity.unit().symbol();
        String text = number(quantity.value()) + (symbol.isEmpty() ? "" : " " + symbol);
        if (quantity.interval95() != null) {
            text += " from " + number(quantity.interval95().low()) + " to "
                    + number(quantity.interval95().high());
        } else {
            text += " ± " + number(quantity.expandedUncertainty());
        }
        text += quantity.lowerBound() ? " or more" : "";
        return quantity.notCovered() == null ? text : text + " (" + quantity.notCovered() + ")";
    }

    /** Enough digits to see a difference of 1e-9. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.10g", value);
    }

    static String difference(SensorEnergy stated, SensorEnergy again) {
        return Agreement.of(stated.energy(), again.energy())
                ? "peak power: stated " + of(stated.peakPower()) + ", recomputed " + of(again.peakPower())
                : "stated " + of(stated.energy()) + ", recomputed " + of(again.energy());
    }

    static String difference(LatencySummary stated, LatencySummary again) {
        List<String> parts = new ArrayList<>();
        add(parts, "calls", stated.count(), again.count());
        if (!Agreement.of(stated.meanNanos(), again.meanNanos())) {
            parts.add(words("mean", number(stated.meanNanos()) + " ns", number(again.meanNanos()) + " ns"));
        }
        if (!Agreement.of(stated.standardDeviationNanos(), again.standardDeviationNanos())) {
            parts.add(words(
                    "standard deviation",
                    number(stated.standardDeviationNanos()) + " ns",
                    number(again.standardDeviationNanos()) + " ns"));
        }
        add(parts, "fastest (ns)", stated.minNanos(), again.minNanos());
        add(parts, "p50 (ns)", stated.p50Nanos(), again.p50Nanos());
        add(parts, "p90 (ns)", stated.p90Nanos(), again.p90Nanos());
        add(parts, "p95 (ns)", stated.p95Nanos(), again.p95Nanos());
        add(parts, "p99 (ns)", stated.p99Nanos(), again.p99Nanos());
        add(parts, "p99.9 (ns)", stated.p999Nanos(), again.p999Nanos());
        add(parts, "slowest (ns)", stated.maxNanos(), again.maxNanos());
        return parts.isEmpty() ? "the intervals of its percentiles do not agree" : String.join("; ", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Long stated, @Nullable Long again) {
        if (stated == null ? again != null : !stated.equals(again)) {
            parts.add(words(name, text(stated), text(again)));
        }
    }

    private static String text(@Nullable Long value) {
        return value == null ? "none" : value.toString();
    }

    private static String words(String name, String stated, String again) {
        return name + ": stated " + stated + ", recomputed " + again;
    }
}
