package org.joulemark.app.ui.plot;

import javafx.geometry.VPos;
import javafx.scene.text.Text;

/** A line of text placed by hand; setting the same words again costs nothing. */
final class PlotText extends Text {
    PlotText(String... styleClasses) {
        getStyleClass().add("plot-text");
        getStyleClass().addAll(styleClasses);
        setManaged(false);
        setMouseTransparent(true);
        setTextOrigin(VPos.CENTER);
    }

    void words(String words) {
        if (!words.equals(getText())) {
            setText(words);
        }
    }

    double wide() {
        return getLayoutBounds().getWidth();
    }

    /** Places it with its left end, its middle or its right end (0, 0.5, 1) at x, and its middle at y. */
    void put(double x, double y, double anchor) {
        setX(Math.rint(x - wide() * anchor));
        setY(Math.rint(y));
    }
}
