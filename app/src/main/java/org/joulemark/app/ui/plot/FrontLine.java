package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;

/** The corners of the line that bounds what the best points reach, in pixels; pure. */
final class FrontLine {
    private FrontLine() {}

    /**
     * A corner.
     *
     * @param x from the left
     * @param y from the top
     */
    record Corner(double x, double y) {}

    /** From one border of the area along the front to another; empty if there is no front. */
    static List<Corner> corners(List<XyPoint> points, XyView view, AxisFrame.Area area) {
        Better betterX = view.x().spec().better();
        Better betterY = view.y().spec().better();
        if (betterX == Better.NEITHER || betterY == Better.NEITHER) {
            return List.of();
        }
        double[] xs = points.stream().mapToDouble(XyPoint::x).toArray();
        double[] ys = points.stream().mapToDouble(XyPoint::y).toArray();
        List<Corner> front = new ArrayList<>();
        for (int i : Pareto.front(xs, ys, betterX, betterY)) {
            front.add(new Corner(area.x(view.x().axis(), xs[i]), area.y(view.y().axis(), ys[i])));
        }
        double worstY = betterY == Better.HIGHER ? area.top() + area.height() : area.top();
        return front.isEmpty() ? List.of() : joined(front, betterX == Better.LOWER, worstY, area);
    }

    private static List<Corner> joined(List<Corner> front, boolean lowerX, double worstY, AxisFrame.Area area) {
        List<Corner> line = new ArrayList<>();
        Corner first = front.getFirst();
        Corner last = front.getLast();
        line.add(lowerX ? new Corner(first.x(), worstY) : new Corner(area.left(), first.y()));
        line.add(first);
        for (int i = 1; i < front.size(); i++) {
            Corner before = front.get(i - 1);
            Corner here = front.get(i);
            line.add(lowerX ? new Corner(here.x(), before.y()) : new Corner(before.x(), here.y()));
            line.add(here);
        }
        line.add(lowerX ? new Corner(area.left() + area.width(), last.y()) : new Corner(last.x(), worstY));
        return line;
    }
}
