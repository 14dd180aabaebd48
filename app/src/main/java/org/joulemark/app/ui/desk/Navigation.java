package org.joulemark.app.ui.desk;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.joulemark.engine.model.Run;
import org.jspecify.annotations.Nullable;

/** Where the user is, and what one place asks of another; used on the screen's thread. */
public final class Navigation {
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.BENCH);
    private final ReadOnlyObjectWrapper<List<String>> toCompare = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> toReport = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable String> toShow = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Run> lastRun = new ReadOnlyObjectWrapper<>();

    /** The place shown. */
    public ObjectProperty<Place> placeProperty() {
        return place;
    }

    /** Goes to {@code there}. */
    public void open(Place there) {
        place.set(there);
    }

    /** Versions that were asked to be compared, the baseline first, as {@code RUN:VERSION} or {@code RUN}. */
    public ReadOnlyObjectProperty<List<String>> toCompareProperty() {
        return toCompare.getReadOnlyProperty();
    }

    /** Goes to Compare with these versions, the baseline first, as {@code RUN:VERSION} or {@code RUN}. */
    public void compare(List<String> versions) {
        toCompare.set(List.copyOf(versions));
        open(Place.COMPARE);
    }

    /** Versions that were asked to be reported on, the baseline first, as {@code RUN:VERSION} or {@code RUN}. */
    public ReadOnlyObjectProperty<List<String>> toReportProperty() {
        return toReport.getReadOnlyProperty();
    }

    /** Goes to Reports with these versions, the baseline first, as {@code RUN:VERSION} or {@code RUN}. */
    public void report(List<String> versions) {
        toReport.set(List.copyOf(versions));
        open(Place.REPORTS);
    }

    /** Id of the run that was asked to be shown; null for none yet. */
    public ReadOnlyObjectProperty<@Nullable String> toShowProperty() {
        return toShow.getReadOnlyProperty();
    }

    /** Goes to History and shows this run. */
    public void show(String runId) {
        // Asked for once more, it is news once more.
        toShow.set(null);
        toShow.set(runId);
        open(Place.HISTORY);
    }

    /** The run that ended last since the program started; whoever lists runs looks again when it changes. */
    public ReadOnlyObjectProperty<@Nullable Run> lastRunProperty() {
        return lastRun.getReadOnlyProperty();
    }

    /** A run ended. */
    public void ended(Run run) {
        lastRun.set(run);
    }
}
