package org.joulemark.app.ui.plot;

import java.util.List;
import javafx.scene.Group;

/** Tick labels and titles around the area of a chart with two value axes. */
final class AxisFrame extends Group {
    static final double LEFT = 54;
    static final double RIGHT = 14;
    static final double TOP = 26;
    static final double BOTTOM = 44;

    private static final double X_DISTANCE = 70;
    private static final double Y_DISTANCE = 32;

    private final PlotServices services;
    private final TickLabels xLabels;
    private final TickLabels yLabels;
    private final PlotText xTitle = new PlotText("plot-axis-title");
    private final PlotText yTitle = new PlotText("plot-axis-title");

    AxisFrame(PlotServices services) {
        this.services = services;
        this.xLabels = new TickLabels(0.5, services);
        this.yLabels = new TickLabels(1, services);
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(xLabels, yLabels, xTitle, yTitle);
    }

    /**
     * The area between the axes, in logical pixels.
     *
     * @param left left border
     * @param top top border
     * @param width width, at least one
     * @param height height, at least one
     */
    record Area(double left, double top, double width, double height) {
        static Area of(double width, double height, double top) {
            return new Area(
                    LEFT,
                    top,
                    Math.max(1, Math.floor(width - LEFT - RIGHT)),
                    Math.max(1, Math.floor(height - top - BOTTOM)));
        }

        double x(ValueAxis axis, double value) {
            return left + axis.share(value) * width;
        }

        double y(ValueAxis axis, double value) {
            return top + (1 - axis.share(value)) * height;
        }

        boolean holds(double x, double y) {
            return x >= left && x <= left + width && y >= top && y <= top + height;
        }

        List<AxisTick> xTicks(ValueAxis axis, String unit) {
            return axis.ticks(Math.max(2, (int) (width / X_DISTANCE)), axis.scale(unit));
        }

        List<AxisTick> yTicks(ValueAxis axis, String unit) {
            return axis.ticks(Math.max(2, (int) (height / Y_DISTANCE)), axis.scale(unit));
        }
    }

    void show(Area area, PlotAxis x, PlotAxis y) {
        double foot = area.top() + area.height();
        xLabels.along(area.xTicks(x.axis(), x.unit()), tick -> area.x(x.axis(), tick.value()), foot + 12);
        yLabels.up(area.yTicks(y.axis(), y.unit()), tick -> area.y(y.axis(), tick.value()), area.left() - 7);
        xTitle.words(x.words(services));
        xTitle.put(area.left() + area.width() / 2, foot + 32, 0.5);
        yTitle.words(y.words(services));
        yTitle.put(8, area.top() - 14, 0);
    }
}
