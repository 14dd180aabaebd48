package org.joulemark.app.ui.history;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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

    /** Seconds with three digits behind the point, for example "3.002 s". */
    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
    }

    /** Milliseconds with four significant digits, for example "0.2780 ms". */
    static String millis(double nanos) {
        return significant(nanos / 1e6) + " ms";
    }

    /** Four significant digits without exponent. */
    static String significant(double value) {
        if (value == 0) {
            return "0";
        }
        int places = 3 - (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%." + Math.clamp(places, 0, 9) + "f", value);
    }
}
