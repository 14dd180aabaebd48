package org.joulemark.engine.history;

import org.jspecify.annotations.Nullable;

/**
 * How to verify.
 *
 * @param anchor a head known from outside the file; null if there is none
 * @param recompute how to compute figures again; null not to
 * @param progress hears how far it is
 */
public record VerifyOptions(@Nullable Head anchor, @Nullable Recompute recompute, VerifyProgress progress) {
    /** Checks what the file alone can show. */
    public static VerifyOptions plain() {
        return new VerifyOptions(null, null, VerifyProgress.silent());
    }

    /** Checks also that the ledger still holds {@code head}, which shows a cut-off end or a rewritten ledger. */
    public VerifyOptions expecting(Head head) {
        return new VerifyOptions(head, recompute, progress);
    }

    /** Computes every figure again. */
    public VerifyOptions recomputing(Recompute how) {
        return new VerifyOptions(anchor, how, progress);
    }

    /** Tells {@code listener} how far it is. */
    public VerifyOptions reportingTo(VerifyProgress listener) {
        return new VerifyOptions(anchor, recompute, listener);
    }
}
