package org.joulemark.app.ui.plot;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/** A window for charts, and what they need from the house. */
final class PlotStage implements AutoCloseable {
    final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "painter");
        thread.setDaemon(true);
        return thread;
    });
    final List<String> copied = new ArrayList<>();
    final List<Image> pictures = new ArrayList<>();
    final PlotServices services = new PlotServices(
            ResourceBundle.getBundle(PlotServices.TEXTS, Locale.ENGLISH), Platform::runLater, painter, new Clip() {
                @Override
                public void text(String text) {
                    copied.add(text);
                }

                @Override
                public void picture(Image picture) {
                    pictures.add(picture);
                }
            });
    private final AtomicReference<Stage> stage = new AtomicReference<>();

    PlotStage(boolean dark) throws Exception {
        FxToolkit.registerPrimaryStage();
        theme(dark);
    }

    void theme(boolean dark) throws Exception {
        onFx(() -> {
            Application.setUserAgentStylesheet(
                    dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
            return true;
        });
    }

    <T> T onFx(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(30, TimeUnit.SECONDS);
    }

    void show(Parent root, double width, double height) throws Exception {
        onFx(() -> {
            Stage window = stage.updateAndGet(old -> old == null ? new Stage() : old);
            window.setScene(new Scene(root, width, height));
            window.show();
            return true;
        });
    }

    Scene scene() {
        return stage.get().getScene();
    }

    WritableImage picture(Parent root, double scale) throws Exception {
        return onFx(() -> {
            SnapshotParameters how = new SnapshotParameters();
            how.setTransform(Transform.scale(scale, scale));
            return root.snapshot(how, null);
        });
    }

    void until(BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come to pass");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        FutureTask<Boolean> hidden = new FutureTask<>(this::hide);
        Platform.runLater(hidden);
        try {
            hidden.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window stayed", e);
        }
        painter.shutdownNow();
    }

    private boolean hide() {
        Stage window = stage.get();
        if (window != null) {
            window.hide();
        }
        return true;
    }
}
