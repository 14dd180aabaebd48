package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;

/**
 * The live power timeline: one row a device, shared time axis, phases shaded, flags, gaps as gaps. Painted off the FX
 * thread, a few times a second at most. Wheel zooms, drag pans; keys: + − 0, arrows, Space pauses, End or F follows.
 */
public final class TimelinePlot extends StyledPlot implements Chart {
    private final TimelineModel model;
    private final PlotServices services;
    private final RedrawLoop loop;
    private final TimelinePainter painter = new TimelinePainter();
    private final PixelSurface surface = new PixelSurface();
    private final Group headers = new Group();
    private final Group axes = new Group();
    private final TickLabels timeLabels;
    private final PhaseLabels phaseLabels = new PhaseLabels();
    private final FlagMarks flagMarks = new FlagMarks();
    private final Button follow = new Button();
    private final Crosshair crosshair;
    private final List<TickLabels> valueLabels = new ArrayList<>();
    private final List<PlotText> notes = new ArrayList<>();
    private volatile long paintedVersion = Long.MIN_VALUE;
    private double pixelScale;
    private double hoverX = -1;
    private @Nullable Runnable afterPaint;
    private @Nullable TimelineFrame frame;

    /** A timeline of the model; draws while it is in a showing window. */
    public TimelinePlot(TimelineModel model, PlotServices services) {
        super("timeline-plot");
        this.model = model;
        this.services = services;
        this.timeLabels = new TickLabels(0.5, services);
        this.crosshair = new Crosshair(services);
        headers.setManaged(false);
        axes.setManaged(false);
        getChildren().addAll(surface.view(), headers, axes, timeLabels, phaseLabels, flagMarks, crosshair, follow);
        follow.setId("followAgain");
        follow.getStyleClass().addAll("plot-follow", "small");
        follow.setManaged(false);
        follow.setOnAction(_ -> followAgain());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(services.text("plot.timeline"));
        setAccessibleHelp(services.text("plot.timeline.keys"));
        this.loop = new RedrawLoop(this, services, new Drawing());
        TimelineInput.attach(this);
    }

    private final class Drawing implements RedrawLoop.Drawing {
        @Override
        public boolean stale() {
            return model.version() != paintedVersion;
        }

        @Override
        public Supplier<Runnable> prepare() {
            return TimelinePlot.this.prepare();
        }
    }

    /** The model drawn. */
    public TimelineModel model() {
        return model;
    }

    /** Sets how often a second to look for something new: 4 unless set, 2 is enough while a trial runs. */
    public void setRedrawsPerSecond(double redraws) {
        loop.rate(redraws);
    }

    /** How often a second something new is looked for. */
    public double getRedrawsPerSecond() {
        return loop.rate();
    }

    /** Draws as soon as possible: the user did something. */
    public void redraw() {
        loop.soon();
    }

    /** Shows all there is to see. */
    @Override
    public void fit() {
        model.fit();
        redraw();
    }

    /** Paints with so many pixels a logical pixel; 0 for the window's own scale. */
    void pixelScale(double scale) {
        pixelScale = scale;
    }

    /** Runs once after each picture. */
    void afterPaint(Runnable then) {
        afterPaint = then;
    }

    boolean painted() {
        return frame != null && model.version() == paintedVersion;
    }

    private double scale() {
        return pixelScale > 0 ? pixelScale : Math.max(1, getScene().getWindow().getRenderScaleX());
    }

    private Supplier<Runnable> prepare() {
        long version = model.version();
        TimelineSnapshot snapshot = model.snapshot();
        TimelineLayout layout = TimelineLayout.of(getWidth(), getHeight(), snapshot.rows());
        TimelinePainter.Job job = new TimelinePainter.Job(snapshot, layout, palette(), scale());
        PixelSurface.Sheet sheet = surface.blank(job.pixelWidth(), job.pixelHeight());
        return () -> {
            TimelineFrame next = painter.paint(job, sheet.pixels());
            return () -> show(next, sheet, version);
        };
    }

    private void show(TimelineFrame next, PixelSurface.Sheet sheet, long version) {
        TimelineLayout layout = next.layout();
        surface.show(sheet, layout.plotWidth(), layout.plotHeight());
        surface.view().relocate(layout.left(), 0);
        frame = next;
        paintedVersion = version;
        showRows(next);
        TimelineSnapshot snapshot = next.snapshot();
        timeLabels.along(
                snapshot.window().ticks(snapshot.originNanos(), layout.timeTicks()),
                tick -> layout.left() + snapshot.window().share(tick.value()) * layout.plotWidth(),
                layout.plotHeight() + 12);
        phaseLabels.show(next);
        flagMarks.show(next);
        showFollow(snapshot.standing());
        if (hoverX >= 0) {
            crosshair.show(next, share(hoverX));
        }
        if (isFocused()) {
            setAccessibleText(summary(next, services));
        }
        if (afterPaint != null) {
            afterPaint.run();
        }
    }

    /** Where the newest reading may be out of sight, a way back to it. */
    private void showFollow(TimelineSnapshot.Standing standing) {
        follow.setVisible(standing == TimelineSnapshot.Standing.PAUSED || standing == TimelineSnapshot.Standing.STILL);
        follow.setText(services.text(standing == TimelineSnapshot.Standing.PAUSED ? "plot.paused" : "plot.still"));
        follow.autosize();
        follow.relocate(0, 0);
    }

    /** Goes on with the newest reading. */
    void followAgain() {
        model.paused(false);
        model.follow(true);
        requestFocus();
        redraw();
    }

    private void showRows(TimelineFrame next) {
        List<TimelineRow> rows = next.snapshot().rows();
        if (!rows.equals(headers.getChildren().stream()
                .map(node -> ((RowHeader) node).row())
                .toList())) {
            rebuild(rows);
        }
        TimelineLayout layout = next.layout();
        for (int i = 0; i < rows.size(); i++) {
            showRow(i, layout, next.rows().get(i));
        }
    }

    private void showRow(int i, TimelineLayout layout, TimelineFrame.RowFrame row) {
        double top = layout.rowTop(i);
        double height = layout.rowHeight(i);
        RowHeader header = (RowHeader) headers.getChildren().get(i);
        header.resizeRelocate(0, top, TimelineLayout.HEADER, height);
        header.show(row, height);
        ValueAxis axis = row.axis();
        List<AxisTick> ticks = layout.drawn().get(i) ? axis.ticks(layout.valueTicks(i), axis.scale("W")) : List.of();
        valueLabels.get(i).up(ticks, tick -> top + (1 - axis.share(tick.value())) * height, layout.left() - 6);
        notes.get(i).put(layout.left() + layout.plotWidth() / 2, top + height / 2, 0.5);
    }

    private void rebuild(List<TimelineRow> rows) {
        headers.getChildren().clear();
        axes.getChildren().clear();
        valueLabels.clear();
        notes.clear();
        for (TimelineRow row : rows) {
            headers.getChildren().add(new RowHeader(row, this, services));
            valueLabels.add(new TickLabels(1, services));
            PlotText note = new PlotText("plot-note");
            note.words(row.emptyBecause());
            notes.add(note);
        }
        axes.getChildren().addAll(valueLabels);
        axes.getChildren().addAll(notes);
        applyCss();
        setMinHeight(TimelineLayout.of(0, 0, rows).leastHeight());
    }

    @Override
    void paletteChanged() {
        headers.getChildren().forEach(header -> ((RowHeader) header).recolor(this));
        redraw();
    }

    @Override
    protected void layoutChildren() {
        loop.soon();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 900;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 480;
    }

    @Override
    protected double computeMinWidth(double height) {
        return TimelineLayout.HEADER + TimelineLayout.GUTTER + 160;
    }

    double plotWidth() {
        return frame == null ? 1 : frame.layout().plotWidth();
    }

    boolean inside(double x) {
        return frame != null
                && x >= frame.layout().left()
                && x <= frame.layout().left() + plotWidth();
    }

    double share(double x) {
        return frame == null ? 0 : (x - frame.layout().left()) / plotWidth();
    }

    /** The mouse is at a place of this region; negative if it left. */
    void hover(double x, double y) {
        boolean over =
                frame != null && inside(x) && y >= 0 && y <= frame.layout().plotHeight();
        hoverX = over ? x : -1;
        if (over && frame != null) {
            crosshair.show(frame, share(x));
        } else {
            crosshair.setVisible(false);
        }
    }

    /** Figures of each sensor over the window shown and over each phase in it, then the flags. */
    @Override
    public ChartTable table() {
        return TimelineTable.of(model.snapshot(), services);
    }

    /** What each row says now, for whoever does not see it. */
    private static String summary(TimelineFrame frame, PlotServices services) {
        StringBuilder words = new StringBuilder(services.text("plot.timeline"));
        for (int i = 0; i < frame.rows().size(); i++) {
            TimelineRow row = frame.snapshot().rows().get(i);
            for (int j = 0; j < row.series().size(); j++) {
                PowerStats stats = frame.rows().get(i).stats().get(j);
                SiScale scale = frame.rows().get(i).axis().scale("W");
                words.append(services.text(
                        "plot.timeline.row",
                        row.title(),
                        row.series().get(j).name(),
                        services.local(scale.words(stats.current())),
                        services.local(scale.words(stats.min())),
                        services.local(scale.words(stats.max())),
                        services.local(scale.words(stats.mean()))));
            }
        }
        return words.toString();
    }
}
