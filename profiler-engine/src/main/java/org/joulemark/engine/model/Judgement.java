package org.joulemark.engine.model;

import java.util.List;

/**
 * How far a run may be trusted, and why not further.
 *
 * @param grade the grade
 * @param reasons in words, worst first; empty for grade A
 */
public record Judgement(Grade grade, List<String> reasons) {
    public Judgement {
        reasons = List.copyOf(reasons);
    }
}
