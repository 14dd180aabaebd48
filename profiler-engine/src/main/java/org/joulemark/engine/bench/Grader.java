package org.joulemark.engine.bench;

import org.joulemark.engine.model.Run;

/** Says how far a run may be trusted; lives above this package, which only measures. */
public interface Grader {
    /** The same run with its grade and the reasons filled in. */
    Run graded(Run run);
}
