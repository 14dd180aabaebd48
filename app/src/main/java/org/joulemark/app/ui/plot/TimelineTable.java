package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A timeline as a table: figures of each sensor over the window and over each phase in it, then the flags. */
final class TimelineTable {
    private static final String NONE = "\u2013";

    private final TimelineSnapshot snapshot;
    private final PlotServices services;
    private final List<List<String>> rows = new ArrayList<>();

    private TimelineTable(TimelineSnapshot snapshot, PlotServices services) {
        this.snapshot = snapshot;
        this.services = services;
    }

    static ChartTable of(TimelineSnapshot snapshot, PlotServices services) {
        TimelineTable table = new TimelineTable(snapshot, services);
        snapshot.rows().forEach(table::row);
        snapshot.flags().stream()
                .filter(flag -> table.inside(flag.tickNanos(), flag.tickNanos()))
                .forEach(table::flag);
        return new ChartTable(table.headings(), table.rows);
    }

    private List<String> headings() {
        return List.of(
                services.text("plot.device"),
                services.text("plot.sensor"),
                services.text("plot.part"),
                services.text("plot.current") + " (W)",
                services.text("plot.min") + " (W)",
                services.text("plot.max") + " (W)",
                services.text("plot.mean") + " (W)",
                services.text("plot.quality"));
    }

    private void row(TimelineRow row) {
        for (TimelineSeries series : row.series()) {
            TimeAxis window = snapshot.window();
            PowerStats stats = series.power().stats(window.fromNanos(), window.toNanos());
            add(
                    row,
                    series,
                    services.text("plot.window", services.local(snapshot.windowWords())),
                    stats,
                    number(stats.current()));
            for (Phase phase : snapshot.phases()) {
                if (inside(phase.fromNanos(), phase.toNanos())) {
                    long end = phase.open() ? series.power().lastTick() : phase.toNanos();
                    add(row, series, phase.words(), series.power().stats(phase.fromNanos(), end), NONE);
                }
            }
        }
        if (row.series().isEmpty()) {
            rows.add(List.of(row.title(), NONE, NONE, NONE, NONE, NONE, NONE, row.emptyBecause()));
        }
    }

    private void add(TimelineRow row, TimelineSeries series, String part, PowerStats stats, String current) {
        rows.add(List.of(
                row.title(),
                series.name(),
                part,
                current,
                number(stats.min()),
                number(stats.max()),
                number(stats.mean()),
                series.quality()));
    }

    private boolean inside(long from, long to) {
        return to >= snapshot.window().fromNanos() && from <= snapshot.window().toNanos();
    }

    private void flag(Flag flag) {
        List<String> cells = new ArrayList<>(Collections.nCopies(8, NONE));
        cells.set(0, services.text("plot.flag." + flag.kind().name().toLowerCase(Locale.ROOT)));
        long since = flag.tickNanos() - snapshot.originNanos();
        cells.set(2, services.local(TimeAxis.words(since, snapshot.window().spanNanos() / 100)));
        cells.set(7, flag.words());
        rows.add(cells);
    }

    private static String number(OptionalDouble watts) {
        return watts.isPresent() ? String.format(Locale.ROOT, "%.3f", watts.getAsDouble()) : NONE;
    }
}
