package org.joulemark.app.ui.history;

import javafx.scene.layout.StackPane;
import org.joulemark.app.ui.plot.ChartPanel;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.TimelineModel;
import org.joulemark.app.ui.plot.TimelinePlot;
import org.jspecify.annotations.Nullable;

/** Shows the timeline of one run at a time. */
record TracePane(String title, PlotServices services) {
    /** Fills {@code place} with a timeline; null for none. */
    void show(StackPane place, @Nullable TimelineModel timeline) {
        if (timeline == null) {
            place.getChildren().clear();
        } else {
            place.getChildren().setAll(new ChartPanel<>(title, new TimelinePlot(timeline, services), services));
        }
    }
}
