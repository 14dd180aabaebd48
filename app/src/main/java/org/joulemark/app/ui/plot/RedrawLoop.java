package org.joulemark.app.ui.plot;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/**
 * Redraws a chart a few times a second, only when there is something new and someone can see it: asks on the painting
 * thread, prepares on the FX thread, paints on the painting thread, shows on the FX thread. One picture at a time.
 */
final class RedrawLoop {
    /** What is drawn. */
    interface Drawing {
        /** Whether the picture is out of date; called on the painting thread. */
        boolean stale();

        /** Takes what is needed from the scene, on the FX thread; gives what then runs on the painting thread. */
        Supplier<Runnable> prepare();
    }

    private final Node node;
    private final PlotServices services;
    private final Drawing drawing;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final ChangeListener<@Nullable Object> visibility = (_, _, _) -> soon();
    private @Nullable ScheduledFuture<?> clock;
    private double perSecond = 4;

    RedrawLoop(Node node, PlotServices services, Drawing drawing) {
        this.node = node;
        this.services = services;
        this.drawing = drawing;
        node.sceneProperty().addListener((_, old, now) -> moved(old, now));
        node.visibleProperty().addListener(visibility);
    }

    private void moved(@Nullable Scene old, @Nullable Scene now) {
        if (old != null) {
            old.windowProperty().removeListener(visibility);
        }
        if (now != null) {
            now.windowProperty().addListener(visibility);
            start();
        } else {
            stop();
        }
    }

    /** Sets how often a second is asked for something new. */
    void rate(double redrawsPerSecond) {
        perSecond = redrawsPerSecond;
        if (clock != null) {
            start();
        }
    }

    double rate() {
        return perSecond;
    }

    private void start() {
        stop();
        long nanos = Math.round(1e9 / perSecond);
        clock = services.painter().scheduleAtFixedRate(this::ask, 0, nanos, TimeUnit.NANOSECONDS);
    }

    private void stop() {
        if (clock != null) {
            clock.cancel(false);
            clock = null;
        }
    }

    private void ask() {
        if (again.get() || drawing.stale()) {
            begin();
        }
    }

    /** Draws as soon as the picture in hand is done and someone can see it, stale or not. */
    void soon() {
        again.set(true);
        begin();
    }

    private void begin() {
        if (busy.compareAndSet(false, true)) {
            services.fx().execute(this::prepare);
        }
    }

    private void prepare() {
        if (!seen() || services.painter().isShutdown()) {
            busy.set(false);
            return;
        }
        again.set(false);
        Supplier<Runnable> paint = drawing.prepare();
        services.painter().execute(() -> paint(paint));
    }

    private void paint(Supplier<Runnable> paint) {
        try {
            Runnable show = paint.get();
            services.fx().execute(() -> show(show));
        } catch (RuntimeException e) {
            services.fx().execute(() -> {
                busy.set(false);
                throw e;
            });
        }
    }

    private void show(Runnable show) {
        show.run();
        busy.set(false);
        if (again.get()) {
            begin();
        }
    }

    private boolean seen() {
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (window == null || !window.isShowing() || (window instanceof Stage stage && stage.isIconified())) {
            return false;
        }
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
