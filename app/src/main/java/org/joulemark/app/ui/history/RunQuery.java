package org.joulemark.app.ui.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to show.
 *
 * @param text words that must all be found in versions, id, site, device, status or preset, whatever the case
 * @param status how they ended
 * @param from first day, in the user's time zone; null for no limit
 * @param until last day, in the user's time zone; null for no limit
 */
record RunQuery(
        String text,
        StatusChoice status,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Every run. */
    static final RunQuery ALL = new RunQuery("", StatusChoice.ALL, null, null);

    /** Whether every run is shown. */
    boolean everything() {
        return text.isBlank() && status == StatusChoice.ALL && from == null && until == null;
    }

    /** Those of {@code rows} that are asked for, in their order. */
    List<RunRow> in(List<RunRow> rows, ZoneId zone) {
        if (everything()) {
            return rows;
        }
        String[] words = text.isBlank()
                ? new String[0]
                : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        Instant first = from == null ? Instant.MIN : from.atStartOfDay(zone).toInstant();
        Instant end = until == null
                ? Instant.MAX
                : until.plusDays(1).atStartOfDay(zone).toInstant();
        List<RunRow> found = new ArrayList<>();
        Map<RunRow.Names, List<String>> missing = new HashMap<>();
        for (RunRow row : rows) {
            // What many rows have in common is searched once; what is not found there must be in the id.
            if (status.takes(row.status())
                    && within(row, first, end)
                    && hasAll(row.key(), missing.computeIfAbsent(row.names(), names -> without(names, words)))) {
                found.add(row);
            }
        }
        return found;
    }

    private static boolean within(RunRow row, Instant first, Instant end) {
        return !row.startedAt().isBefore(first) && row.startedAt().isBefore(end);
    }

    private static List<String> without(RunRow.Names names, String[] words) {
        return Stream.of(words).filter(word -> !names.key().contains(word)).toList();
    }

    private static boolean hasAll(String key, List<String> words) {
        for (String word : words) {
            if (!key.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
