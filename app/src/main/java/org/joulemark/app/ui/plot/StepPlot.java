package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Lines over each other: latency distributions, or the power of two trials. Takes 100,000 points a line. Wheel zooms x,
 * drag pans; keys: + − 0 and the arrows.
 */
public final class StepPlot extends StyledPlot implements Chart {
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 0.1;
    private static final int TABLE_ROWS = 101;

    private final PlotServices services;
    private final RedrawLoop loop;
    private final StepPainter painter = new StepPainter();
    private final PixelSurface surface = new PixelSurface();
    private final AxisFrame axes;
    private final Legend legend = new Legend();
    private final StepCrosshair crosshair;
    private volatile List<StepSeries> series = List.of();
    private AxisSpec xSpec;
    private AxisSpec ySpec;
    private ValueAxis whole = new ValueAxis(0, 1, false);
    private ValueAxis view = whole;
    private ValueAxis yAxis = whole;
    private ValueAxis viewThen = whole;
    private AxisFrame.Area area = AxisFrame.Area.of(1, 1, AxisFrame.TOP);
    private double draggedX;
    private double pixelScale;
    private long wanted;
    private long shown = -1;

    /** An empty plot over the given axes. */
    public StepPlot(AxisSpec x, AxisSpec y, PlotServices services) {
        super("step-plot");
        this.services = services;
        this.xSpec = x;
        this.ySpec = y;
        this.axes = new AxisFrame(services);
        this.crosshair = new StepCrosshair(services);
        getChildren().addAll(surface.view(), axes, legend, crosshair);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(services.text("plot.steps.keys"));
        this.loop = new RedrawLoop(this, services, new Drawing());
        setOnScroll(this::scroll);
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseMoved(this::hover);
        setOnMouseExited(_ -> crosshair.setVisible(false));
        setOnKeyPressed(this::key);
        describe();
    }

    private final class Drawing implements RedrawLoop.Drawing {
        @Override
        public boolean stale() {
            return false;
        }

        @Override
        public Supplier<Runnable> prepare() {
            return StepPlot.this.prepare();
        }
    }

    /** Shows these lines, the first in front, all of them in view. */
    public void setSeries(List<StepSeries> next) {
        series = List.copyOf(next);
        legend.series(series, this);
        fit();
        describe();
    }

    /** The lines shown. */
    public List<StepSeries> getSeries() {
        return series;
    }

    /** Shows x on a logarithmic scale, as far as all x are positive, or on a linear one. */
    public void setLogX(boolean on) {
        xSpec = xSpec.log(on);
        fit();
    }

    /** Names the axes anew. */
    public void setAxes(AxisSpec x, AxisSpec y) {
        xSpec = x;
        ySpec = y;
        fit();
        describe();
    }

    /** Shows all lines in full. */
    @Override
    public void fit() {
        double[] xs = range(true);
        double[] ys = range(false);
        boolean log = xSpec.log() && xs[0] > 0;
        whole = log ? ValueAxis.around(xs[0], xs[1], true) : linear(xs[0], xs[1]);
        yAxis = ys[0] >= 0 ? headroom(ValueAxis.fromZero(ys[1], 6)) : ValueAxis.around(ys[0], ys[1], false);
        view = whole;
        changed();
    }

    private static ValueAxis headroom(ValueAxis axis) {
        return new ValueAxis(axis.from(), axis.to() * 1.03, false);
    }

    private static ValueAxis linear(double least, double greatest) {
        return greatest > least ? new ValueAxis(least, greatest, false) : ValueAxis.around(least, greatest, false);
    }

    private double[] range(boolean ofX) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (StepSeries each : series) {
            for (int i = 0; i < each.size(); i++) {
                double value = ofX ? each.x(i) : each.y(i);
                least = value < least ? value : least;
                greatest = value > greatest ? value : greatest;
            }
        }
        return least <= greatest ? new double[] {least, greatest} : new double[] {0, 1};
    }

    private void changed() {
        wanted++;
        requestLayout();
        loop.soon();
    }

    /** Paints with so many pixels a logical pixel; 0 for the window's own scale. */
    void pixelScale(double scale) {
        pixelScale = scale;
    }

    boolean painted() {
        return shown == wanted;
    }

    @Override
    void paletteChanged() {
        legend.recolor(series, this);
        changed();
    }

    @Override
    protected void layoutChildren() {
        double used = legend.place(AxisFrame.LEFT, 4, getWidth() - AxisFrame.RIGHT);
        area = AxisFrame.Area.of(getWidth(), getHeight(), AxisFrame.TOP + used + 4);
        wanted++;
        loop.soon();
    }

    private Supplier<Runnable> prepare() {
        double scale =
                pixelScale > 0 ? pixelScale : Math.max(1, getScene().getWindow().getRenderScaleX());
        PlotAxis x = new PlotAxis(xSpec, view);
        PlotAxis y = new PlotAxis(ySpec, yAxis);
        StepPainter.Job job = new StepPainter.Job(series, whole, x, y, area, palette(), scale);
        PixelSurface.Sheet sheet = surface.blank(job.pixelWidth(), job.pixelHeight());
        long picture = wanted;
        return () -> {
            painter.paint(job, sheet.pixels());
            return () -> show(job, sheet, picture);
        };
    }

    private void show(StepPainter.Job job, PixelSurface.Sheet sheet, long picture) {
        shown = picture;
        surface.show(sheet, job.area().width(), job.area().height());
        surface.view().relocate(job.area().left(), job.area().top());
        axes.show(job.area(), job.x(), job.y());
    }

    private void describe() {
        String names = String.join(", ", series.stream().map(StepSeries::name).toList());
        setAccessibleText(services.text("plot.steps", ySpec.title(), xSpec.title(), names));
    }

    private void zoom(double around, double factor) {
        view = view.zoom(around, factor).clamp(whole);
        changed();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0 && area.holds(event.getX(), event.getY())) {
            zoom(
                    view.valueAt((event.getX() - area.left()) / area.width()),
                    event.getDeltaY() > 0 ? 1 / ZOOM_STEP : ZOOM_STEP);
            event.consume();
        }
    }

    private void press(MouseEvent event) {
        requestFocus();
        draggedX = event.getX();
        viewThen = view;
    }

    private void drag(MouseEvent event) {
        view = viewThen.pan((draggedX - event.getX()) / area.width()).clamp(whole);
        changed();
    }

    private void hover(MouseEvent event) {
        if (area.holds(event.getX(), event.getY()) && !series.isEmpty()) {
            crosshair.show(area, new PlotAxis(xSpec, view), new PlotAxis(ySpec, yAxis), series, event.getX());
        } else {
            crosshair.setVisible(false);
        }
    }

    private void pan(double share) {
        view = view.pan(share).clamp(whole);
        changed();
    }

    private void key(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(view.valueAt(0.5), 1 / ZOOM_STEP);
            case MINUS, SUBTRACT -> zoom(view.valueAt(0.5), ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> fit();
            case LEFT -> pan(-PAN_STEP);
            case RIGHT -> pan(PAN_STEP);
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }

    /** The lines at 101 equally spaced x of the view. */
    @Override
    public ChartTable table() {
        List<StepSeries> now = series;
        List<String> columns = new ArrayList<>();
        columns.add(heading(xSpec));
        now.forEach(each -> columns.add(each.name() + ", " + heading(ySpec)));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < TABLE_ROWS && !now.isEmpty(); i++) {
            double x = view.valueAt(i / (TABLE_ROWS - 1.0));
            List<String> row = new ArrayList<>();
            row.add(Numbers.full(x));
            now.forEach(each -> row.add(Numbers.full(each.at(x))));
            rows.add(row);
        }
        return new ChartTable(columns, rows);
    }

    private static String heading(AxisSpec spec) {
        return spec.unit().isEmpty() ? spec.title() : spec.title() + " (" + spec.unit() + ")";
    }
}
