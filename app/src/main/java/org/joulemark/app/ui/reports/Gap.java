package org.joulemark.app.ui.reports;

import java.util.List;
import org.joulemark.engine.model.Severity;

/**
 * One thing a report lacks.
 *
 * @param code stable name, key of its words
 * @param severity how much it weighs
 * @param where runs or versions it concerns
 * @param details reasons as recorded, possibly empty
 */
public record Gap(String code, Severity severity, List<String> where, List<String> details) {
    public Gap {
        where = List.copyOf(where);
        details = List.copyOf(details);
    }
}
