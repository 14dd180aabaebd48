package org.joulemark.app.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/** Loads the view of a controller: FXML and CSS lie in its package and share its stem. */
public final class ViewLoader {
    private static final String SUFFIX = "Controller";

    private ViewLoader() {}

    /** The view {@code X.fxml} (with {@code X.css}, if there is one) of an {@code XController}. */
    public static Parent load(Object controller, Texts texts) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName();
        String stem = name.substring(0, name.length() - SUFFIX.length());
        URL view = Objects.requireNonNull(type.getResource(stem + ".fxml"), () -> stem + ".fxml is missing");
        FXMLLoader loader = new FXMLLoader(view, texts.bundle());
        loader.setController(controller);
        try {
            Parent root = loader.load();
            URL style = type.getResource(stem + ".css");
            if (style != null) {
                root.getStylesheets().add(style.toExternalForm());
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(view + " cannot be loaded", e);
        }
    }
}
