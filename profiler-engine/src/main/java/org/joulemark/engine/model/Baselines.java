package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * The machine at rest around the trials of a run.
 *
 * @param before idle baseline before the first trial; null if not reached
 * @param after idle baseline after the last trial; null if not reached
 */
public record Baselines(
        @Nullable IdleWindow before, @Nullable IdleWindow after) {
    /** None was reached. */
    public static final Baselines NONE = new Baselines(null, null);

    /** The same with the baseline before the first trial. */
    public Baselines withBefore(IdleWindow now) {
        return new Baselines(now, after);
    }

    /** The same with the baseline after the last trial. */
    public Baselines withAfter(IdleWindow now) {
        return new Baselines(before, now);
    }
}
