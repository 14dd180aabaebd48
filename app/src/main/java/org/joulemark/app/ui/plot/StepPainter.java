package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paints lines of up to 100,000 points into pixels. One thread at a time, no toolkit. */
final class StepPainter {
    /** Ticks over the whole x axis. */
    private static final double TICKS = 1L << 40;

    private final Decimation decimation = new Decimation();
    private final Columns columns = new Columns();
    private final List<Curve> curves = new ArrayList<>();
    private @Nullable List<StepSeries> taken;
    private @Nullable ValueAxis whole;

    /**
     * What to paint, and how.
     *
     * @param series lines, the first in front
     * @param whole the x axis over all data, on the scale drawn
     * @param x the x axis in view
     * @param y the y axis in view
     * @param area where, in logical pixels
     * @param palette colours
     * @param scale pixels a logical pixel
     */
    record Job(
            List<StepSeries> series,
            ValueAxis whole,
            PlotAxis x,
            PlotAxis y,
            AxisFrame.Area area,
            PlotPalette palette,
            double scale) {
        int pixelWidth() {
            return Math.max(1, (int) Math.round(area.width() * scale));
        }

        int pixelHeight() {
            return Math.max(1, (int) Math.round(area.height() * scale));
        }

        int hair() {
            return Math.max(1, (int) Math.floor(scale));
        }
    }

    void paint(Job job, int[] pixels) {
        take(job);
        Raster raster = new Raster(pixels, job.pixelWidth(), job.pixelHeight());
        raster.clear(job.palette().rgb(PlotRole.BACKGROUND));
        grid(job, raster);
        ValueAxis y = job.y().axis();
        CurvePainter.Place place = new CurvePainter.Place(0, 0, raster.height(), y);
        CurvePainter painter = new CurvePainter(raster, job.scale());
        columns.width(raster.width());
        double from = job.whole().share(job.x().axis().from()) * TICKS;
        double to = job.whole().share(job.x().axis().to()) * TICKS;
        for (int i = job.series().size() - 1; i >= 0; i--) {
            int style = job.series().get(i).style();
            decimation.columns(curves.get(i), from, to, columns);
            painter.gaps(columns, place, job.palette().series(style), i);
            painter.curve(columns, place, new CurvePainter.Stroke(job.palette().series(style), Dash.of(style)));
        }
        raster.fill(
                new PixelBox(0, raster.height() - job.hair(), raster.width(), raster.height()),
                job.palette().rgb(PlotRole.AXIS),
                150);
    }

    private void take(Job job) {
        if (!job.series().equals(taken) || !job.whole().equals(whole)) {
            curves.clear();
            job.series().forEach(series -> curves.add(series.curve(job.whole(), TICKS)));
            taken = job.series();
            whole = job.whole();
        }
    }

    private static void grid(Job job, Raster raster) {
        int rgb = job.palette().rgb(PlotRole.GRID);
        for (AxisTick tick : job.area().xTicks(job.x().axis(), job.x().unit())) {
            int x = (int) Math.round(job.x().axis().share(tick.value()) * raster.width());
            raster.fill(new PixelBox(x, 0, x + job.hair(), raster.height()), rgb, 255);
        }
        for (AxisTick tick : job.area().yTicks(job.y().axis(), job.y().unit())) {
            int y = (int) Math.round((1 - job.y().axis().share(tick.value())) * raster.height());
            raster.fill(new PixelBox(0, y, raster.width(), y + job.hair()), rgb, 255);
        }
    }
}
