package org.joulemark.app.ui.fx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/**
 * One of our drawings, in the colour of the text around it (style class {@code icon-shape}). Never the only carrier of a
 * meaning: the control around it has words.
 */
public final class Icon extends StackPane {
    /** Icons are drawn in a box of this many units. */
    private static final double BOX = 24;

    private static final double SIZE = 16;
    private static final Pattern PATH = Pattern.compile("\\sd=\"([^\"]*)\"");

    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final SVGPath shape = new SVGPath();

    /** No drawing yet. */
    public Icon() {
        getStyleClass().add("icon");
        shape.getStyleClass().add("icon-shape");
        shape.setScaleX(SIZE / BOX);
        shape.setScaleY(SIZE / BOX);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(shape);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        name.subscribe(now -> shape.setContent(path(now)));
    }

    /** The drawing of that name. */
    public Icon(String name) {
        this();
        setName(name);
    }

    /** Name of the drawing, a file of {@code icons/ui} without its ending. */
    public StringProperty nameProperty() {
        return name;
    }

    /** Name of the drawing. */
    public String getName() {
        return name.get();
    }

    /** Shows another drawing. */
    public void setName(String value) {
        name.set(value);
    }

    private static String path(String name) {
        if (name.isEmpty()) {
            return "";
        }
        try (InputStream in = Icon.class.getResourceAsStream("/org/joulemark/icons/ui/" + name + ".svg")) {
            if (in == null) {
                return "";
            }
            Matcher matcher = PATH.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return matcher.find() ? matcher.group(1) : "";
        } catch (IOException e) {
            return "";
        }
    }
}
