package org.joulemark.app.ui.shell;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.joulemark.app.ui.desk.Preferences;

/**
 * Size and place of the window, as it was left.
 *
 * @param preferences where it is remembered
 */
record WindowState(Preferences preferences) {
    /** Set while the window shall not be remembered when it closes. */
    private static final String FORGET = "window.forget";

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;

    /** Puts the window where it was, if a screen still shows that. */
    void restore(Stage stage) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(preferences.number("window.width", WIDTH), screen.getWidth()));
        stage.setHeight(Math.min(preferences.number("window.height", HEIGHT), screen.getHeight()));
        double x = preferences.number("window.x", Double.NaN);
        double y = preferences.number("window.y", Double.NaN);
        if (!Double.isNaN(x)
                && !Double.isNaN(y)
                && !Screen.getScreensForRectangle(x, y, stage.getWidth(), stage.getHeight())
                        .isEmpty()) {
            stage.setX(x);
            stage.setY(y);
        } else {
            stage.centerOnScreen();
        }
        stage.setMaximized(preferences.get("window.maximized", "false").equals("true"));
    }

    /** Remembers where the window is, unless the user just asked to forget it. */
    void remember(Stage stage) {
        if (preferences.get(FORGET).isPresent()) {
            preferences.clear(FORGET);
            return;
        }
        preferences.set("window.maximized", Boolean.toString(stage.isMaximized()));
        if (!stage.isMaximized() && !stage.isIconified()) {
            preferences.set("window.x", Double.toString(stage.getX()));
            preferences.set("window.y", Double.toString(stage.getY()));
            preferences.set("window.width", Double.toString(stage.getWidth()));
            preferences.set("window.height", Double.toString(stage.getHeight()));
        }
    }
}
