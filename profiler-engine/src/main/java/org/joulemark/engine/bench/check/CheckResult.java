package org.joulemark.engine.bench.check;

import java.util.Locale;

/**
 * What came of checking one model.
 *
 * @param path the model as it was given
 * @param status what came of it
 * @param reason why, in words; for a model that is ok, what was compared
 * @param largestDifference largest absolute difference to the reference; negative if nothing was compared
 */
public record CheckResult(String path, Status status, String reason, double largestDifference) {
    /**
     * What came of a check; an output is wrong that differs from its reference, that cannot answer the labels, or that is
     * no number; data are at fault that do not suit the model.
     */
    public enum Status {
        OK,
        WRONG_OUTPUT,
        CANNOT_RUN,
        DATA_FAULT;

        /** As in JSON: {@code ok}, {@code wrong_output}, {@code cannot_run}, {@code data_fault}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static CheckResult dataFault(String path, String reason) {
        return new CheckResult(path, Status.DATA_FAULT, reason, -1);
    }

    static CheckResult cannotRun(String path, String reason) {
        return new CheckResult(path, Status.CANNOT_RUN, reason, -1);
    }
}
