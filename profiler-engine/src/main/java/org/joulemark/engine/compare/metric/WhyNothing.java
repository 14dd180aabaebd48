package org.joulemark.engine.compare.metric;

import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Failure;

/** The reason a version has no measured figures. */
final class WhyNothing {
    private WhyNothing() {}

    /** Why there is no trial: how the version failed, or how the run ended. */
    static String noTrial(Contender contender) {
        Failure failure = contender.version().failure();
        if (failure != null) {
            return failure.stage() + " failed: " + failure.message();
        }
        String reason = contender.run().ending().reason();
        return reason.isEmpty() ? "no finished trial" : "no finished trial: " + reason;
    }
}
