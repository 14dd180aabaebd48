package org.joulemark.app.ui.plot;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Wheel, mouse and keys of a timeline, told to its model. */
final class TimelineInput {
    private static final double ZOOM_STEP = 1.25;
    private static final double PAN_STEP = 0.1;

    private final TimelinePlot plot;
    private double draggedFrom;
    private TimeAxis windowThen = new TimeAxis(0, 1);

    private TimelineInput(TimelinePlot plot) {
        this.plot = plot;
    }

    static void attach(TimelinePlot plot) {
        TimelineInput input = new TimelineInput(plot);
        plot.setOnScroll(input::scroll);
        plot.setOnMousePressed(input::press);
        plot.setOnMouseDragged(input::drag);
        plot.setOnMouseReleased(_ -> plot.setCursor(Cursor.DEFAULT));
        plot.setOnMouseMoved(event -> plot.hover(event.getX(), event.getY()));
        plot.setOnMouseExited(_ -> plot.hover(-1, -1));
        plot.setOnKeyPressed(input::key);
    }

    private TimelineModel model() {
        return plot.model();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0 && plot.inside(event.getX())) {
            TimeAxis window = model().window();
            double factor = event.getDeltaY() > 0 ? 1 / ZOOM_STEP : ZOOM_STEP;
            model().show(window.zoom(window.tickAt(plot.share(event.getX())), factor));
            plot.redraw();
        } else if (event.getDeltaX() != 0) {
            pan(-event.getDeltaX() / plot.plotWidth());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        plot.requestFocus();
        draggedFrom = event.getX();
        windowThen = model().window();
    }

    private void drag(MouseEvent event) {
        double share = (draggedFrom - event.getX()) / plot.plotWidth();
        plot.setCursor(Cursor.CLOSED_HAND);
        model().show(windowThen.pan(Math.round(share * windowThen.spanNanos())));
        plot.hover(-1, -1);
        plot.redraw();
    }

    private void pan(double share) {
        TimeAxis window = model().window();
        model().show(window.pan(Math.round(share * window.spanNanos())));
        plot.redraw();
    }

    private void zoom(double factor) {
        TimeAxis window = model().window();
        boolean follow = model().follow();
        model().show(window.zoom(follow ? window.toNanos() : window.tickAt(0.5), factor));
        model().follow(follow);
        plot.redraw();
    }

    private void key(KeyEvent event) {
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(1 / ZOOM_STEP);
            case MINUS, SUBTRACT -> zoom(ZOOM_STEP);
            case DIGIT0, NUMPAD0 -> plot.fit();
            case LEFT -> pan(-PAN_STEP);
            case RIGHT -> pan(PAN_STEP);
            case SPACE -> model().paused(!model().paused());
            case END, F -> plot.followAgain();
            default -> known = false;
        }
        if (known) {
            plot.redraw();
            event.consume();
        }
    }
}
