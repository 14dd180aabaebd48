package org.joulemark.app.ui.plot;

import javafx.scene.paint.Color;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineCap;

/** Short samples of a series' line, for legends. */
final class Dashes {
    static final double LENGTH = 24;

    private Dashes() {}

    static Line sample(int style, Color color) {
        Line line = new Line(0, 0, LENGTH, 0);
        line.setStrokeWidth(2);
        line.setStrokeLineCap(StrokeLineCap.BUTT);
        line.setStroke(color);
        for (double length : Dash.of(style).lengths()) {
            line.getStrokeDashArray().add(length * 0.8);
        }
        line.setManaged(false);
        line.setMouseTransparent(true);
        return line;
    }
}
