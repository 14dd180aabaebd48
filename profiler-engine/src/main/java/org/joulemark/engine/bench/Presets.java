package org.joulemark.engine.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.joulemark.engine.model.ProtocolSettings;

/** The measuring protocols on offer, shortest first. */
public final class Presets {
    /** Three-second windows to show the program; never for reporting. */
    public static final ProtocolSettings DEMO =
            new ProtocolSettings("demo", seconds(3), 10, millis(500), seconds(1), seconds(3), 3, 0, false);

    /** Ten-second windows: profiling while developing. */
    public static final ProtocolSettings QUICK =
            new ProtocolSettings("quick", seconds(5), 10, seconds(2), seconds(20), seconds(10), 3, seconds(10), true);

    /** One-minute windows: figures to report. */
    public static final ProtocolSettings STANDARD = new ProtocolSettings(
            "standard", seconds(30), 10, seconds(10), seconds(60), seconds(60), 5, seconds(60), true);

    /** One-minute windows, ten times: figures to be assured. */
    public static final ProtocolSettings AUDIT = new ProtocolSettings(
            "audit", seconds(60), 10, seconds(10), seconds(120), seconds(60), 10, seconds(60), true);

    /** All presets; add yours here. */
    public static final List<ProtocolSettings> ALL = List.of(DEMO, QUICK, STANDARD, AUDIT);

    private Presets() {}

    /** The preset of that name. */
    public static Optional<ProtocolSettings> byName(String name) {
        return ALL.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    private static long seconds(long seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
