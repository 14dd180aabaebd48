package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/**
 * A scatter with error bars and, where both axes have a good end, the front of points that none beats. Arrows move
 * between points, Enter or a click selects one; wheel, + and − zoom, 0 shows all.
 */
public final class XyPlot extends StyledPlot implements Chart {
    private static final double REACH = 14;
    private static final double ZOOM_STEP = 1.25;

    private final PlotServices services;
    private final AxisFrame axes;
    private final XyMarks marks = new XyMarks(this);
    private final Circle ring = new Circle(10);
    private final Tooltip tooltip = new Tooltip();
    private final ReadOnlyObjectWrapper<@Nullable XyPoint> selected = new ReadOnlyObjectWrapper<>();
    private volatile List<XyPoint> points = List.of();
    private AxisSpec xSpec;
    private AxisSpec ySpec;
    private XyView view;
    private AxisFrame.Area area = AxisFrame.Area.of(1, 1, AxisFrame.TOP);
    private XyView viewThen;
    private double draggedX;
    private double draggedY;
    private int focused = -1;

    /** An empty scatter over the given axes. */
    public XyPlot(AxisSpec x, AxisSpec y, PlotServices services) {
        super("xy-plot");
        this.services = services;
        this.xSpec = x;
        this.ySpec = y;
        this.view = XyView.all(points, x, y);
        this.viewThen = view;
        this.axes = new AxisFrame(services);
        ring.getStyleClass().add("plot-ring");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        getChildren().addAll(marks, axes, ring);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(services.text("plot.xy.keys"));
        setOnScroll(this::scroll);
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> tooltip.hide());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseClicked(this::click);
        setOnKeyPressed(this::key);
        describe();
    }

    /** Shows these points, all of them in view. Points that are not numbers stay in the table alone. */
    public void setPoints(List<XyPoint> next) {
        points = List.copyOf(next);
        focused = -1;
        selected.set(null);
        fit();
        describe();
    }

    /** The points shown. */
    public List<XyPoint> getPoints() {
        return points;
    }

    /** Shows other quantities, or the same on another scale. */
    public void setAxes(AxisSpec x, AxisSpec y) {
        xSpec = x;
        ySpec = y;
        fit();
        describe();
    }

    /** The point that was clicked or chosen by key; null if none. */
    public ReadOnlyObjectProperty<@Nullable XyPoint> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Selects a point that is shown, or none. */
    public void select(@Nullable XyPoint point) {
        selected.set(point);
        focus(point == null ? -1 : points.indexOf(point));
    }

    /** Shows all points. */
    @Override
    public void fit() {
        view = XyView.all(points, xSpec, ySpec);
        requestLayout();
    }

    @Override
    void paletteChanged() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        area = AxisFrame.Area.of(getWidth(), getHeight(), AxisFrame.TOP);
        marks.show(points, view, area);
        axes.show(area, view.x(), view.y());
        placeRing();
    }

    private void placeRing() {
        boolean shown = focused >= 0 && view.holds(points.get(focused));
        ring.setVisible(shown);
        if (shown) {
            ring.setCenterX(area.x(view.x().axis(), points.get(focused).x()));
            ring.setCenterY(area.y(view.y().axis(), points.get(focused).y()));
        }
    }

    private void focus(int index) {
        focused = index;
        placeRing();
        describe();
    }

    private void describe() {
        String words = services.text("plot.xy", ySpec.title(), xSpec.title(), points.size());
        setAccessibleText(focused < 0 ? words : words(points.get(focused)));
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private String words(XyPoint point) {
        return point.label() + "\n" + words(view.y(), point.y(), point.yError()) + "\n"
                + words(view.x(), point.x(), point.xError());
    }

    private String words(PlotAxis axis, double value, XyPoint.Interval error) {
        SiScale scale = axis.scale();
        String range = error.known()
                ? "  [" + services.local(scale.number(error.low())) + " \u2026 "
                        + services.local(scale.number(error.high())) + "]"
                : "";
        return axis.spec().title() + ": " + services.local(scale.words(value)) + range;
    }

    private int nearest(double x, double y) {
        int nearest = -1;
        double least = REACH;
        for (int i = 0; i < points.size(); i++) {
            if (view.holds(points.get(i))) {
                double distance = Math.hypot(
                        area.x(view.x().axis(), points.get(i).x()) - x,
                        area.y(view.y().axis(), points.get(i).y()) - y);
                nearest = distance < least ? i : nearest;
                least = Math.min(least, distance);
            }
        }
        return nearest;
    }

    private void hover(MouseEvent event) {
        int under = nearest(event.getX(), event.getY());
        if (under < 0) {
            tooltip.hide();
            return;
        }
        tooltip.setText(words(points.get(under)));
        tooltip.show(this, event.getScreenX() + 14, event.getScreenY() + 12);
    }

    private void press(MouseEvent event) {
        requestFocus();
        viewThen = view;
        draggedX = event.getX();
        draggedY = event.getY();
    }

    private void drag(MouseEvent event) {
        view = viewThen.pan((draggedX - event.getX()) / area.width(), (event.getY() - draggedY) / area.height());
        requestLayout();
    }

    private void click(MouseEvent event) {
        if (!event.isStillSincePress()) {
            return;
        }
        int under = nearest(event.getX(), event.getY());
        select(under < 0 ? null : points.get(under));
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0 && area.holds(event.getX(), event.getY())) {
            double shareX = (event.getX() - area.left()) / area.width();
            double shareY = 1 - (event.getY() - area.top()) / area.height();
            zoom(shareX, shareY, event.getDeltaY() > 0 ? 1 / ZOOM_STEP : ZOOM_STEP);
            event.consume();
        }
    }

    private void zoom(double shareX, double shareY, double factor) {
        view = view.zoom(shareX, shareY, factor);
        requestLayout();
    }

    private void key(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case RIGHT, UP -> step(1);
            case LEFT, DOWN -> step(-1);
            case ENTER, SPACE -> selected.set(focused < 0 ? null : points.get(focused));
            case PLUS, ADD, EQUALS -> zoom(0.5, 0.5, 1 / ZOOM_STEP);
            case MINUS, SUBTRACT -> zoom(0.5, 0.5, ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> fit();
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /** The next point by x. */
    private void step(int direction) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).drawable()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> points.get(i).x()));
        if (!order.isEmpty()) {
            int at = order.indexOf(focused);
            int next = at < 0 ? (direction > 0 ? 0 : order.size() - 1) : at + direction;
            focus(order.get(Math.clamp(next, 0, order.size() - 1)));
        }
    }

    /** Points with their intervals, in base units. */
    @Override
    public ChartTable table() {
        List<String> columns = List.of(
                services.text("plot.name"),
                heading(xSpec),
                services.text("plot.interval"),
                heading(ySpec),
                services.text("plot.interval"));
        return new ChartTable(
                columns,
                points.stream()
                        .map(p -> List.of(
                                p.label(), number(p.x()), interval(p.xError()), number(p.y()), interval(p.yError())))
                        .toList());
    }

    private static String heading(AxisSpec spec) {
        return spec.unit().isEmpty() ? spec.title() : spec.title() + " (" + spec.unit() + ")";
    }

    private static String number(double value) {
        return Numbers.full(value);
    }

    private static String interval(XyPoint.Interval error) {
        return error.known() ? Numbers.full(error.low()) + " \u2026 " + Numbers.full(error.high()) : "\u2013";
    }
}
