package org.joulemark.app.ui.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/** Name, legend and figures of one row, left of its plot. Only figures that changed are touched. */
final class RowHeader extends Pane {
    private static final double WIDTH = TimelineLayout.HEADER - 6;
    private static final double TITLE_Y = 9;
    private static final double TITLE = 20;
    private static final double NAME = 16;
    private static final double FIGURES = 15;

    private final PlotServices services;
    private final TimelineRow row;
    private final Label title = new Label();
    private final List<Part> parts = new ArrayList<>();

    /** Legend and figures of one series. */
    private static final class Part {
        private final Group group = new Group();
        private final Label name = new Label();
        private final PlotText current;
        private final List<PlotText> figures = List.of(figure(), figure(), figure());
        private final List<PlotText> captions = List.of(caption(), caption(), caption());
        private final Line sample;
        private final Tooltip tooltip = new Tooltip();

        Part(Line sample, boolean lone) {
            this.sample = sample;
            this.current = new PlotText(lone ? "plot-current" : "plot-figure-strong");
            group.setManaged(false);
            name.getStyleClass().add("plot-name");
            name.setTooltip(tooltip);
            group.getChildren().addAll(sample, name, current);
            group.getChildren().addAll(figures);
            group.getChildren().addAll(captions);
        }

        private static PlotText figure() {
            return new PlotText("plot-figure");
        }

        private static PlotText caption() {
            return new PlotText("plot-caption");
        }
    }

    RowHeader(TimelineRow row, StyledPlot plot, PlotServices services) {
        this.row = row;
        this.services = services;
        setManaged(false);
        title.setText(row.title());
        title.getStyleClass().add("plot-title");
        title.setManaged(false);
        title.setTooltip(new Tooltip(row.title()));
        getChildren().add(title);
        boolean lone = row.series().size() == 1;
        for (TimelineSeries series : row.series()) {
            Part part = new Part(Dashes.sample(series.style(), plot.color(PlotRole.series(series.style()))), lone);
            part.name.setText(series.name());
            part.tooltip.setText(tooltip(series));
            part.captions.get(0).words(services.text("plot.min"));
            part.captions.get(1).words(services.text("plot.max"));
            part.captions.get(2).words(services.text("plot.mean"));
            parts.add(part);
            getChildren().add(part.group);
        }
    }

    TimelineRow row() {
        return row;
    }

    private String tooltip(TimelineSeries series) {
        String shape = services.text(series.power().drawnAsSteps() ? "plot.counter" : "plot.sample");
        return series.quality().isEmpty()
                ? series.name() + "\n" + shape
                : series.name() + "\n" + shape + "\n" + series.quality();
    }

    void recolor(StyledPlot plot) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i)
                    .sample
                    .setStroke(plot.color(PlotRole.series(row.series().get(i).style())));
        }
    }

    /** Shows figures over the window, in the prefix of the row's axis, in a header of the given height. */
    void show(TimelineFrame.RowFrame frame, double height) {
        boolean lone = parts.size() == 1;
        double room = height - TITLE - parts.size() * NAME;
        boolean figures = room >= parts.size() * FIGURES;
        double y = TITLE;
        for (int i = 0; i < parts.size() && i < frame.stats().size(); i++) {
            figures(parts.get(i), frame.stats().get(i), frame.axis().scale("W"));
            place(parts.get(i), y, lone, figures);
            y += NAME + (figures ? FIGURES : 0);
        }
        title.resizeRelocate(0, 0, lone ? WIDTH - parts.getFirst().current.wide() - 8 : WIDTH, TITLE);
    }

    private static void place(Part part, double y, boolean lone, boolean figures) {
        part.sample.setLayoutY(Math.rint(y + NAME / 2) + 0.5);
        double taken = lone ? 6 : part.current.wide() + 14;
        part.name.resizeRelocate(Dashes.LENGTH + 6, y, WIDTH - Dashes.LENGTH - taken, NAME);
        part.current.setY(lone ? TITLE_Y : Math.rint(y + NAME / 2));
        for (int i = 0; i < 3; i++) {
            part.figures.get(i).setVisible(figures);
            part.captions.get(i).setVisible(figures);
            part.figures.get(i).setY(Math.rint(y + NAME + FIGURES / 2));
            part.captions.get(i).setY(Math.rint(y + NAME + FIGURES / 2));
        }
    }

    private void figures(Part part, PowerStats stats, SiScale scale) {
        part.current.words(
                stats.current().isPresent()
                        ? services.local(scale.words(stats.current().getAsDouble()))
                        : "\u2013");
        part.current.setX(Math.rint(WIDTH - part.current.wide()));
        figure(part, 0, stats.min(), scale);
        figure(part, 1, stats.max(), scale);
        figure(part, 2, stats.mean(), scale);
    }

    private void figure(Part part, int index, OptionalDouble value, SiScale scale) {
        PlotText figure = part.figures.get(index);
        PlotText caption = part.captions.get(index);
        double end = Math.rint((index + 1) * WIDTH / 3) - (index < 2 ? 8 : 0);
        figure.words(value.isPresent() ? services.local(scale.number(value.getAsDouble())) : "\u2013");
        figure.setX(Math.rint(end - figure.wide()));
        caption.setX(Math.rint(index * WIDTH / 3));
    }
}
