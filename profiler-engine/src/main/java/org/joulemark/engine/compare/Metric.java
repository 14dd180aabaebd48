package org.joulemark.engine.compare;

import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Unit;

/** One way to look at a version. Works on the stored record, so that a new metric applies to old runs. */
public interface Metric {
    /** Stable id, for example {@code energy.gross}. */
    String id();

    /** What a person calls it, for example "Energy per 1,000 inferences (gross)". */
    String title();

    /** Unit of its figures. */
    Unit unit();

    /** Which direction is good. */
    Better better();

    /** Formula in words with units, for tooltips and the method sheet. */
    String formula();

    /** The figure of a version; {@link org.joulemark.engine.model.Absent} with the reason where there is none. */
    Figure of(Contender contender);
}
