package org.joulemark.app.ui.reports;

import java.io.ByteArrayInputStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.joulemark.app.ui.fx.TaskRunner;
import org.jspecify.annotations.Nullable;

/**
 * Shows a label at the size wanted. The picture is scaled in the background to the very pixels of the screen, so that its
 * letters stay sharp. Keys: + and − zoom, 0 fits; so does the wheel with the control key.
 */
public final class LabelPreview extends ScrollPane {
    /** Width in logical pixels (96 to the inch) at which it is as large as on paper: 74 mm. */
    static final double PAPER_WIDTH = 74 / 25.4 * 96;

    private static final double STEP = 1.25;
    private static final double LEAST = 0.25;
    private static final double MOST = 4;

    private final ImageView view = new ImageView();
    private final StackPane ground = new StackPane(view);
    private final ReadOnlyStringWrapper zoomWords = new ReadOnlyStringWrapper("");
    private @Nullable TaskRunner tasks;
    private byte @Nullable [] png;
    private double zoom;
    private long asked;
    private double drawn;

    /** Nothing to show yet; fits. */
    public LabelPreview() {
        getStyleClass().add("label-preview");
        ground.getStyleClass().add("label-ground");
        view.setPreserveRatio(true);
        setContent(ground);
        setFitToWidth(true);
        setFitToHeight(true);
        setPannable(true);
        setFocusTraversable(true);
        viewportBoundsProperty().subscribe(_ -> draw());
        addEventFilter(KeyEvent.KEY_TYPED, this::key);
        addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                by(event.getDeltaY() > 0 ? STEP : 1 / STEP);
                event.consume();
            }
        });
    }

    /** Works in the background with {@code runner}. */
    void workWith(TaskRunner runner) {
        tasks = runner;
    }

    /** Shows this picture; null for none. */
    void show(byte @Nullable [] picture) {
        png = picture;
        drawn = 0;
        draw();
    }

    /** How large it is, for example "100 %". */
    ReadOnlyStringProperty zoomWordsProperty() {
        return zoomWords.getReadOnlyProperty();
    }

    /** Larger. */
    void zoomIn() {
        by(STEP);
    }

    /** Smaller. */
    void zoomOut() {
        by(1 / STEP);
    }

    /** As large as there is room for. */
    void fit() {
        zoom = 0;
        draw();
    }

    private void by(double factor) {
        zoom = Math.clamp(scale() * factor, LEAST, MOST);
        draw();
    }

    private void key(KeyEvent event) {
        switch (event.getCharacter()) {
            case "+" -> zoomIn();
            case "-" -> zoomOut();
            case "0" -> fit();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** The zoom chosen, else what fits; 1 is the size on paper. */
    private double scale() {
        if (zoom > 0) {
            return zoom;
        }
        double width = Math.min(
                getViewportBounds().getWidth() - 16, (getViewportBounds().getHeight() - 16) / 2);
        return Math.clamp(width / PAPER_WIDTH, LEAST, MOST);
    }

    private void draw() {
        byte[] picture = png;
        TaskRunner runner = tasks;
        if (picture == null || runner == null) {
            view.setImage(null);
            zoomWords.set("");
            return;
        }
        double width = Math.round(PAPER_WIDTH * scale());
        zoomWords.set(Math.round(scale() * 100) + " %");
        if (width == drawn) {
            return;
        }
        drawn = width;
        long question = ++asked;
        double pixels = width * outputScale();
        runner.run(
                () -> new Image(new ByteArrayInputStream(picture), pixels, pixels * 2, true, true),
                image -> {
                    if (question == asked) {
                        view.setFitWidth(width);
                        view.setImage(image);
                    }
                },
                e -> {
                    // Bytes our own writer made; without them the place stays empty, and the export says why.
                    view.setImage(null);
                });
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }
}
