package org.joulemark.app.ui.compare;

import org.joulemark.engine.compare.Contender;

/** A row of the tree of runs. */
sealed interface ChooserItem {
    /** The unseen root, and the place of versions that are still being read. */
    record Nothing() implements ChooserItem {}

    /**
     * A run.
     *
     * @param offer the run
     */
    record OfRun(RunOffer offer) implements ChooserItem {}

    /**
     * One version of the run above.
     *
     * @param contender the version
     */
    record OfVersion(Contender contender) implements ChooserItem {}
}
