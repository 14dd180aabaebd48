package org.joulemark.reports.excel;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.model.Quantity;
import org.joulemark.reports.FigureText;

/** What has to be said beside the number of a figure. */
final class FigureNotes {
    private FigureNotes() {}

    /** That it is not resolved, and what its uncertainty leaves out; empty if there is nothing to say. */
    static String of(Quantity quantity) {
        List<String> notes = new ArrayList<>();
        if (!quantity.resolved()) {
            notes.add(FigureText.ENGLISH.sentence(quantity));
        }
        String leftOut = quantity.notCovered();
        if (leftOut != null) {
            notes.add(leftOut);
        }
        return String.join("; ", notes);
    }
}
