package org.joulemark.reports.excel;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.compare.Basis;
import org.joulemark.engine.compare.JudgedMetric;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.model.Quantity;
import org.joulemark.reports.FigureScale;
import org.joulemark.reports.FigureText;

/** What has to be said beside the number of a figure. */
final class FigureNotes {
    private FigureNotes() {}

    /** That it is not resolved, and what its uncertainty leaves out; empty if there is nothing to say. */
    static String of(Quantity quantity, FigureScale scale) {
        List<String> notes = new ArrayList<>();
        if (!quantity.resolved()) {
            FigureText text = FigureText.ENGLISH;
            notes.add(text.value(quantity, scale) + " " + text.unit(scale) + ", "
                    + text.phrases().why(quantity));
        }
        String leftOut = quantity.notCovered();
        if (leftOut != null) {
            notes.add(leftOut);
        }
        return String.join("; ", notes);
    }

    /** How a figure came to be; no sensor and no clock had a part in the facts of a file. */
    static String origin(Metric metric, Quantity quantity) {
        if (metric instanceof JudgedMetric judged && judged.basis() instanceof Basis.Exact) {
            return "exact, counted from the file";
        }
        return switch (quantity.unit()) {
            case NANOSECONDS, MILLISECONDS, INFERENCES_PER_SECOND -> "clock";
            case BYTES -> "operating system";
            case RATIO, LABEL_UNIT, NUMBER -> "counted answers";
            case JOULES, JOULES_PER_INFERENCE, WATT_HOURS_PER_1000, WATTS, GRAMS_CO2E_PER_1000, COUNT ->
                quantity.worst().name();
        };
    }
}
