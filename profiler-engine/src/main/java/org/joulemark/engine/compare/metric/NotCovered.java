package org.joulemark.engine.compare.metric;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words for what an uncertainty leaves out, see {@link org.joulemark.engine.model.Quantity#notCovered()}. */
final class NotCovered {
    /** One window says nothing of how windows differ. */
    static final String ONE_TRIAL = "spread unknown: one trial";

    /** What is looked at once in a run. */
    static final String SEEN_ONCE = "spread unknown: seen once";

    private NotCovered() {}

    /** All that is left out, in one line; null if nothing is. */
    static @Nullable String joined(Stream<@Nullable String> parts) {
        String all = parts.filter(Objects::nonNull).collect(Collectors.joining("; "));
        return all.isEmpty() ? null : all;
    }
}
