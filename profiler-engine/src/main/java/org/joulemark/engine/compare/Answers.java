package org.joulemark.engine.compare;

import java.io.IOException;
import org.joulemark.engine.model.AccuracyResult;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Predictions;

/**
 * Stored answers of two versions to the same rows.
 *
 * @param old answers of the baseline
 * @param recent answers of the other version
 */
record Answers(Predictions old, Predictions recent) {
    /** Reads both. @throws IOException with the reason for the user if they cannot be read or do not belong together */
    static Answers read(Evidence evidence, Contender baseline, Contender other) throws IOException {
        Answers answers = new Answers(read(evidence, baseline), read(evidence, other));
        if (!answers.sameRows()) {
            throw new IOException("the stored answers do not belong to the same rows");
        }
        return answers;
    }

    private static Predictions read(Evidence evidence, Contender contender) throws IOException {
        AccuracyResult accuracy = contender.version().accuracy();
        if (accuracy == null) {
            throw new IOException(contender.label() + " has no stored answers");
        }
        return evidence.predictions(accuracy.predictions());
    }

    private boolean sameRows() {
        if (old.rows() != recent.rows() || old.rows() == 0) {
            return false;
        }
        for (int row = 0; row < old.rows(); row++) {
            if (Double.compare(old.expected(row), recent.expected(row)) != 0) {
                return false;
            }
        }
        return true;
    }
}
