package org.joulemark.app.ui.compare;

import java.util.List;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;

/**
 * Everything worked out in the background of one choice of versions.
 *
 * @param contenders the versions, the baseline first
 * @param headings their names
 * @param comparison table and verdicts
 * @param badge whether they may be compared
 */
record Compared(List<Contender> contenders, List<String> headings, Comparison comparison, Badge badge) {
    /** Name of a version, if it is among them. */
    String name(Contender contender) {
        int at = contenders.indexOf(contender);
        return at < 0 ? contender.label() : headings.get(at);
    }
}
