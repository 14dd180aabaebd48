package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;

/** The drawn points of a scatter: error bars, front, markers and labels, from back to front. */
final class XyMarks extends Group {
    private static final double HALF = 5;
    private static final double CAP = 3;

    private final StyledPlot plot;
    private final Rectangle clip = new Rectangle();
    private final List<LabelPlacer.Box> taken = new ArrayList<>();

    XyMarks(StyledPlot plot) {
        this.plot = plot;
        setManaged(false);
        setMouseTransparent(true);
        setClip(clip);
    }

    void show(List<XyPoint> points, XyView view, AxisFrame.Area area) {
        getChildren().clear();
        taken.clear();
        clip.setX(area.left() - 1);
        clip.setY(area.top() - 1);
        clip.setWidth(area.width() + 2);
        clip.setHeight(area.height() + 2);
        getChildren().add(grid(view, area));
        getChildren().add(front(FrontLine.corners(points, view, area)));
        for (XyPoint point : points) {
            if (point.drawable()) {
                bars(point, view, area);
            }
        }
        points.stream().filter(view::holds).forEach(point -> getChildren().add(marker(point, view, area)));
        labels(points.stream().filter(view::holds).toList(), view, area);
    }

    private static Path grid(XyView view, AxisFrame.Area area) {
        Path grid = new Path();
        grid.getStyleClass().add("plot-grid");
        for (AxisTick tick : area.xTicks(view.x().axis(), view.x().unit())) {
            double x = Math.round(area.x(view.x().axis(), tick.value())) + 0.5;
            grid.getElements().addAll(new MoveTo(x, area.top()), new LineTo(x, area.top() + area.height()));
        }
        for (AxisTick tick : area.yTicks(view.y().axis(), view.y().unit())) {
            double y = Math.round(area.y(view.y().axis(), tick.value())) + 0.5;
            grid.getElements().addAll(new MoveTo(area.left(), y), new LineTo(area.left() + area.width(), y));
        }
        return grid;
    }

    private Path front(List<FrontLine.Corner> corners) {
        Path path = new Path();
        path.getStyleClass().add("plot-front");
        for (FrontLine.Corner corner : corners) {
            path.getElements()
                    .add(
                            path.getElements().isEmpty()
                                    ? new MoveTo(corner.x(), corner.y())
                                    : new LineTo(corner.x(), corner.y()));
        }
        for (int i = 1; i < corners.size(); i++) {
            keepFree(
                    corners.get(i - 1).x(),
                    corners.get(i - 1).y(),
                    corners.get(i).x(),
                    corners.get(i).y());
        }
        return path;
    }

    /** Keeps labels off a line. */
    private void keepFree(double x0, double y0, double x1, double y1) {
        taken.add(new LabelPlacer.Box(
                Math.min(x0, x1) - 1, Math.min(y0, y1) - 1, Math.abs(x1 - x0) + 2, Math.abs(y1 - y0) + 2));
    }

    private void bars(XyPoint point, XyView view, AxisFrame.Area area) {
        double x = area.x(view.x().axis(), point.x());
        double y = area.y(view.y().axis(), point.y());
        if (point.xError().known()) {
            double low = area.x(view.x().axis(), point.xError().low());
            double high = area.x(view.x().axis(), point.xError().high());
            bar(point, new double[] {low, y, high, y, low, y - CAP, low, y + CAP, high, y - CAP, high, y + CAP});
        }
        if (point.yError().known()) {
            double low = area.y(view.y().axis(), point.yError().low());
            double high = area.y(view.y().axis(), point.yError().high());
            bar(point, new double[] {x, low, x, high, x - CAP, low, x + CAP, low, x - CAP, high, x + CAP, high});
        }
    }

    private void bar(XyPoint point, double[] ends) {
        for (int i = 0; i < ends.length; i += 4) {
            Line line = new Line(ends[i], ends[i + 1], ends[i + 2], ends[i + 3]);
            line.setStroke(plot.color(PlotRole.series(point.style())).deriveColor(0, 1, 1, 0.75));
            line.setStrokeWidth(1.25);
            getChildren().add(line);
            keepFree(ends[i], ends[i + 1], ends[i + 2], ends[i + 3]);
        }
    }

    private SVGPath marker(XyPoint point, XyView view, AxisFrame.Area area) {
        SVGPath marker = new SVGPath();
        Color color = plot.color(PlotRole.series(point.style()));
        marker.setContent(Marker.of(point.style()).outline());
        marker.setFill(point.baseline() ? plot.color(PlotRole.BACKGROUND) : color);
        marker.setStroke(point.baseline() ? color : plot.color(PlotRole.BACKGROUND));
        marker.setStrokeWidth(point.baseline() ? 2.5 : 1);
        marker.setLayoutX(area.x(view.x().axis(), point.x()) - HALF);
        marker.setLayoutY(area.y(view.y().axis(), point.y()) - HALF);
        return marker;
    }

    private void labels(List<XyPoint> points, XyView view, AxisFrame.Area area) {
        LabelPlacer placer = new LabelPlacer(area.left(), area.top(), area.width(), area.height());
        taken.forEach(placer::avoid);
        for (XyPoint point : points) {
            double x = area.x(view.x().axis(), point.x());
            double y = area.y(view.y().axis(), point.y());
            placer.avoid(new LabelPlacer.Box(x - HALF, y - HALF, 2 * HALF, 2 * HALF));
        }
        for (XyPoint point : points) {
            PlotText label = new PlotText(point.baseline() ? "plot-figure-strong" : "plot-point-label");
            getChildren().add(label);
            label.words(point.label());
            label.applyCss();
            double x = area.x(view.x().axis(), point.x());
            double y = area.y(view.y().axis(), point.y());
            LabelPlacer.Box box =
                    placer.place(x, y, label.wide(), label.getLayoutBounds().getHeight());
            label.put(box.x(), box.y() + box.height() / 2, 0);
        }
    }
}
