package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;

/** Paints a timeline into pixels; keeps its arrays from picture to picture. One thread at a time, no toolkit. */
final class TimelinePainter {
    private static final int TINT_ALPHA = 20;
    private static final int LANE_ALPHA = 56;
    private static final int HATCH_ALPHA = 110;

    private final Decimation decimation = new Decimation();
    private final List<Columns> columns = new ArrayList<>();

    /**
     * What to paint, and how.
     *
     * @param snapshot what is shown
     * @param layout where, in logical pixels
     * @param palette colours
     * @param scale pixels a logical pixel
     */
    record Job(TimelineSnapshot snapshot, TimelineLayout layout, PlotPalette palette, double scale) {
        int pixelWidth() {
            return (int) Math.round(layout.plotWidth() * scale);
        }

        int pixelHeight() {
            return (int) Math.round(layout.plotHeight() * scale);
        }

        int x(long tick) {
            return x((double) tick);
        }

        int x(double tick) {
            double share = snapshot.window().share(tick);
            return (int) Math.round(Math.max(-1, Math.min(2, share)) * pixelWidth());
        }

        int px(double logical) {
            return (int) Math.round(logical * scale);
        }

        /** Width of the thinnest line, in pixels. */
        int hair() {
            return Math.max(1, (int) Math.floor(scale));
        }

        int rgb(PlotRole role) {
            return palette.rgb(role);
        }
    }

    TimelineFrame paint(Job job, int[] pixels) {
        Raster raster = new Raster(pixels, job.pixelWidth(), job.pixelHeight());
        raster.clear(job.rgb(PlotRole.BACKGROUND));
        phases(job, raster);
        List<TimelineFrame.RowFrame> rows = new ArrayList<>();
        for (int row = 0; row < job.layout().rows(); row++) {
            rows.add(row(job, raster, row));
        }
        flags(job, raster);
        return new TimelineFrame(job.snapshot(), job.layout(), rows);
    }

    private static void phases(Job job, Raster raster) {
        for (Phase phase : job.snapshot().phases()) {
            int from = job.x(phase.fromNanos());
            int to = job.x(phase.open() ? job.snapshot().window().toNanos() : phase.toNanos());
            if (to > 0 && from < raster.width()) {
                lane(job, raster, phase.kind(), from, to);
            }
        }
        raster.fill(
                new PixelBox(0, job.px(TimelineLayout.LANE), raster.width(), job.px(TimelineLayout.LANE) + job.hair()),
                job.rgb(PlotRole.GRID),
                255);
    }

    private static void lane(Job job, Raster raster, PhaseKind kind, int from, int to) {
        int rgb = job.rgb(PlotRole.phase(kind));
        int foot = job.px(TimelineLayout.LANE);
        raster.fill(new PixelBox(from, 0, to, foot), rgb, kind == PhaseKind.IDLE ? LANE_ALPHA / 2 : LANE_ALPHA);
        raster.hatch(new PixelBox(from, 0, to, foot), Hatch.of(kind), job.hair(), rgb, HATCH_ALPHA);
        raster.fill(new PixelBox(from, 0, from + job.hair(), foot), rgb, 255);
    }

    private TimelineFrame.RowFrame row(Job job, Raster raster, int index) {
        List<TimelineSeries> series = job.snapshot().rows().get(index).series();
        reduce(job, series);
        ValueAxis axis =
                ValueAxis.fromZero(greatest(series.size()), job.layout().valueTicks(index));
        int top = job.px(job.layout().rowTop(index));
        int bottom = top + job.px(job.layout().rowHeight(index));
        CurvePainter.Place place = new CurvePainter.Place(0, top, bottom, axis);
        tints(job, raster, place);
        if (!series.isEmpty()) {
            grid(job, raster, place, job.layout().valueTicks(index));
            curves(job, new CurvePainter(raster, job.scale()), place, series);
        }
        return new TimelineFrame.RowFrame(axis, stats(job, series));
    }

    private void curves(Job job, CurvePainter painter, CurvePainter.Place place, List<TimelineSeries> series) {
        boolean lone = series.size() == 1;
        for (int i = series.size() - 1; i >= 0; i--) {
            int style = series.get(i).style();
            int rgb = job.palette().series(style);
            if (lone) {
                painter.area(columns.get(i), place, rgb);
            }
            painter.gaps(columns.get(i), place, lone ? job.rgb(PlotRole.AXIS) : rgb, i);
            painter.curve(columns.get(i), place, new CurvePainter.Stroke(rgb, Dash.of(style)));
        }
    }

    private void reduce(Job job, List<TimelineSeries> series) {
        TimeAxis window = job.snapshot().window();
        for (int i = 0; i < series.size(); i++) {
            if (columns.size() <= i) {
                columns.add(new Columns());
            }
            columns.get(i).width(job.pixelWidth());
            decimation.columns(
                    series.get(i).power().curve(),
                    (double) window.fromNanos(),
                    (double) window.toNanos(),
                    columns.get(i));
        }
    }

    private float greatest(int series) {
        float greatest = 0;
        for (int i = 0; i < series; i++) {
            float each = columns.get(i).greatest();
            greatest = each > greatest ? each : greatest;
        }
        return greatest;
    }

    private static List<PowerStats> stats(Job job, List<TimelineSeries> series) {
        TimeAxis window = job.snapshot().window();
        return series.stream()
                .map(each -> each.power().stats(window.fromNanos(), window.toNanos()))
                .toList();
    }

    private static void grid(Job job, Raster raster, CurvePainter.Place place, int valueTicks) {
        int grid = job.rgb(PlotRole.GRID);
        int hair = job.hair();
        for (AxisTick tick : place.axis().ticks(valueTicks, place.axis().scale("W"))) {
            int y = Math.min(place.bottom() - hair, Math.round(place.y((float) tick.value())));
            raster.fill(new PixelBox(0, y, raster.width(), y + hair), grid, 255);
        }
        for (AxisTick tick : job.snapshot()
                .window()
                .ticks(job.snapshot().originNanos(), job.layout().timeTicks())) {
            int x = job.x(tick.value());
            raster.fill(new PixelBox(x, place.top(), x + hair, place.bottom()), grid, 255);
        }
        raster.fill(
                new PixelBox(0, place.bottom() - hair, raster.width(), place.bottom()), job.rgb(PlotRole.AXIS), 150);
    }

    private static void tints(Job job, Raster raster, CurvePainter.Place place) {
        raster.fill(new PixelBox(0, place.top(), raster.width(), place.bottom()), job.rgb(PlotRole.PLOT), 255);
        for (Phase phase : job.snapshot().phases()) {
            int from = job.x(phase.fromNanos());
            int to = job.x(phase.open() ? job.snapshot().window().toNanos() : phase.toNanos());
            int rgb = job.rgb(PlotRole.phase(phase.kind()));
            if (phase.kind() != PhaseKind.IDLE) {
                raster.fill(new PixelBox(from, place.top(), to, place.bottom()), rgb, TINT_ALPHA);
            }
            raster.fill(new PixelBox(from, place.top(), from + job.hair(), place.bottom()), rgb, 90);
        }
    }

    private static void flags(Job job, Raster raster) {
        int rgb = job.rgb(PlotRole.FLAG);
        int top = job.px(TimelineLayout.LANE);
        for (Flag flag : job.snapshot().flags()) {
            int x = job.x(flag.tickNanos());
            for (int y = top; y < raster.height() && x >= 0 && x < raster.width(); y += 5 * job.hair()) {
                raster.fill(new PixelBox(x, y, x + job.hair(), y + 2 * job.hair()), rgb, 200);
            }
        }
    }
}
