package org.joulemark.app.ui.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.Severity;

/**
 * Gaps in the user's language; reasons stay as they were recorded.
 *
 * @param texts words of this package
 */
record GapWords(Texts texts) {
    /** Stands between the reasons of one run. */
    static final String BETWEEN = "; ";

    private static final int SHOWN = 3;

    String title(Gap gap) {
        return texts.get("gap." + gap.code());
    }

    String mend(Gap gap) {
        return texts.get("gap." + gap.code() + ".mend");
    }

    /** A mark that stands beside the word, never alone. */
    static String glyph(Severity severity) {
        return switch (severity) {
            case INVALID -> "✕";
            case WARNING -> "!";
            case NOTE -> "i";
        };
    }

    String severity(Severity severity) {
        return texts.get("severity." + severity.name().toLowerCase(Locale.ROOT));
    }

    /** Whom it concerns and what was recorded, in one line; empty if there is nothing to add. */
    String particulars(Gap gap) {
        String where = few(gap.where());
        String details = few(said(gap));
        return where.isEmpty() || details.isEmpty() ? where + details : where + " – " + details;
    }

    /** All of it, for tooltips. */
    String everything(Gap gap) {
        return String.join("\n", gap.where()) + (gap.details().isEmpty() ? "" : "\n" + String.join("\n", said(gap)));
    }

    /** How many of each weight, for example "2 warnings, 3 notes". */
    String summary(List<Gap> gaps) {
        String counted = List.of(Severity.INVALID, Severity.WARNING, Severity.NOTE).stream()
                .map(severity -> {
                    long count = gaps.stream()
                            .filter(gap -> gap.severity() == severity)
                            .count();
                    return count == 0
                            ? ""
                            : texts.format("summary." + severity.name().toLowerCase(Locale.ROOT), count);
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        return counted.isEmpty() ? texts.get("summary.nothing") : counted;
    }

    /** Several reasons were recorded in one line. */
    private List<String> said(Gap gap) {
        return gap.details().stream()
                .map(detail -> Arrays.stream(detail.split(BETWEEN, -1))
                        .map(texts::said)
                        .collect(Collectors.joining(BETWEEN)))
                .toList();
    }

    private String few(List<String> all) {
        String first = all.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return all.size() <= SHOWN ? first : texts.format("more", first, all.size() - SHOWN);
    }
}
