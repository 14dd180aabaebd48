package org.joulemark.app.ui.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.joulemark.engine.history.RunFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to offer.
 *
 * @param from first day, in {@code zone}; null for the beginning
 * @param to last day, in {@code zone}; null for today
 * @param site only runs of this site, {@link #NO_SITE} for those without one; empty for all
 * @param zone whose days these are
 */
record Wanted(@Nullable LocalDate from, @Nullable LocalDate to, Optional<String> site, ZoneId zone) {
    /** Stands for runs whose site nobody told. */
    static final String NO_SITE = "";

    /** Whether there is more to it than "all". */
    boolean narrows() {
        return from != null || to != null || site.isPresent();
    }

    /** Whether the last day lies before the first. */
    boolean backwards() {
        return from != null && to != null && to.isBefore(from);
    }

    RunFilter filter() {
        RunFilter filter = RunFilter.all();
        if (from != null) {
            filter = filter.since(from.atStartOfDay(zone).toInstant());
        }
        if (to != null) {
            filter = filter.until(to.plusDays(1).atStartOfDay(zone).toInstant());
        }
        return filter;
    }

    boolean at(@Nullable String runSite) {
        return site.isEmpty() || site.get().equals(runSite == null ? NO_SITE : runSite);
    }
}
