package org.joulemark.app.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/** Dresses a scene and keeps it dressed as the user or the system wants. */
public final class ThemeSwitch {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final Scene scene;

    /** Dresses {@code scene} as {@code first} says. */
    public ThemeSwitch(Scene scene, Theme first) {
        this.scene = scene;
        scene.getStylesheets()
                .add(Objects.requireNonNull(ThemeSwitch.class.getResource("tokens.css"), "tokens.css is missing")
                        .toExternalForm());
        theme.set(first);
        theme.subscribe(_ -> dress());
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> dress());
        scene.rootProperty().subscribe(_ -> mark());
    }

    /** The theme chosen. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** Whether the window is dark now. */
    public boolean dark() {
        return switch (theme.get()) {
            case DARK -> true;
            case LIGHT -> false;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private void dress() {
        Application.setUserAgentStylesheet(
                dark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        mark();
    }

    private void mark() {
        scene.getRoot().pseudoClassStateChanged(DARK, dark());
    }
}
