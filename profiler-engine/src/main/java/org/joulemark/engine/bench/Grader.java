package org.joulemark.engine.bench;

import org.joulemark.engine.model.Judgement;
import org.joulemark.engine.model.Run;

/** Says how far a run may be trusted; lives above this package, which only measures. */
public interface Grader {
    /** The judgement of a run that has ended, from its record; the one it carries already is ignored. */
    Judgement judge(Run run);
}
