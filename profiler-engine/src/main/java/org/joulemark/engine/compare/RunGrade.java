package org.joulemark.engine.compare;

import java.util.List;
import org.joulemark.engine.model.Grade;

/**
 * How far a run may be trusted, and why not further.
 *
 * @param grade the grade
 * @param reasons in words, worst first; empty for grade A
 */
public record RunGrade(Grade grade, List<String> reasons) {
    public RunGrade {
        reasons = List.copyOf(reasons);
    }
}
