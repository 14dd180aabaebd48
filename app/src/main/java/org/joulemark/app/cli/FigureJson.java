package org.joulemark.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.reports.FigureText;

/**
 * Figures as JSON for other programs: a value that cannot be told from zero says so, and gives the most it can be in its
 * own unit, so that nobody takes a negative energy for a result.
 */
final class FigureJson {
    private FigureJson() {}

    /** A figure of a result. */
    static JsonNode of(Figure figure) {
        JsonNode json = tree(figure);
        if (figure instanceof Quantity quantity && json instanceof ObjectNode fields) {
            fields.put("resolved", quantity.resolved());
            if (!quantity.resolved()) {
                fields.put("upperLimit", FigureText.upperLimit(quantity));
            }
        }
        return json;
    }

    /** A record as a tree, as its canonical form has it. */
    static JsonNode tree(Object value) {
        try {
            return RecordJson.tree(RecordJson.canonicalBytes(value));
        } catch (IOException e) {
            throw new IllegalStateException("what was just written cannot be read: " + e.getMessage(), e);
        }
    }
}
