package org.joulemark.app.ui.history;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.scene.layout.StackPane;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.plot.ChartPanel;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.SystemClip;
import org.joulemark.app.ui.plot.TimelineModel;
import org.joulemark.app.ui.plot.TimelinePlot;
import org.jspecify.annotations.Nullable;

/** Shows the timeline of one run at a time; its painting thread ends with {@link #close()}. */
final class TracePane implements AutoCloseable {
    private final String title;
    private final PlotServices services;
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("trace-painter").factory());

    TracePane(Desk desk, String title) {
        this.title = title;
        this.services = new PlotServices(
                desk.texts(PlotServices.class).bundle(), desk.tasks()::onScreen, painter, new SystemClip());
    }

    /** Fills {@code place} with a timeline; null for none. */
    void show(StackPane place, @Nullable TimelineModel timeline) {
        if (timeline == null) {
            place.getChildren().clear();
        } else {
            place.getChildren().setAll(new ChartPanel<>(title, new TimelinePlot(timeline, services), services));
        }
    }

    @Override
    public void close() {
        painter.shutdownNow();
    }
}
