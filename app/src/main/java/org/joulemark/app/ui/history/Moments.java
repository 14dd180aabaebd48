package org.joulemark.app.ui.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joulemark.app.ui.fx.Texts;

/** Moments and lengths of time as this place writes them. */
final class Moments {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS 'UTC'", Locale.ROOT);

    private Moments() {}

    /** Date and time on the user's clock. */
    static String local(Instant moment) {
        return LOCAL.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** Time of day on the user's clock. */
    static String clock(Instant moment) {
        return CLOCK.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** Date and time in UTC to the millisecond. */
    static String utc(Instant moment) {
        return UTC.format(moment.atZone(ZoneOffset.UTC));
    }

    /** Seconds with three digits behind the decimal sign, for example "3.002 s". */
    static String seconds(long nanos, Texts texts) {
        return texts.fixed(nanos / 1e9, 3) + " s";
    }

    /** Milliseconds with four significant digits, for example "0.2780 ms". */
    static String millis(double nanos, Texts texts) {
        return texts.significant(nanos / 1e6) + " ms";
    }
}
