package org.joulemark.app.ui.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.TaskRunner;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.plot.TimelineModel;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** The power traces of the run that is looked at, read when they are asked for. */
final class TraceViewModel {
    private final Words words;
    private final Texts texts;
    private final LatestWins work;
    private final ReadOnlyObjectWrapper<List<Trace>> traces = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable TimelineModel> timeline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private @Nullable RunDetail shown;

    /**
     * What one sensor said in one run.
     *
     * @param sensor the sensor
     * @param readings what it said
     * @param lines the same as lines of text
     */
    record Trace(SensorInfo sensor, SensorTrace readings, List<ReadingLine> lines) {}

    private record Read(List<Trace> traces, @Nullable TimelineModel timeline, String trouble) {}

    TraceViewModel(TaskRunner tasks, Words words, Texts texts) {
        this.words = words;
        this.texts = texts;
        this.work = new LatestWins(tasks);
    }

    /** Traces in the order of the run's sensors. */
    ReadOnlyObjectProperty<List<Trace>> tracesProperty() {
        return traces.getReadOnlyProperty();
    }

    /** The same over time, with trials and idle baselines as phases; null if there are none. */
    ReadOnlyObjectProperty<@Nullable TimelineModel> timelineProperty() {
        return timeline.getReadOnlyProperty();
    }

    /** Why there are none, or not all; empty if all are there. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Reads the traces of {@code detail}, unless that was done already. */
    void show(@Nullable History history, @Nullable RunDetail detail) {
        if (Objects.equals(detail, shown)) {
            return;
        }
        shown = detail;
        traces.set(List.of());
        timeline.set(null);
        trouble.set("");
        Run run = detail == null ? null : detail.run();
        if (history == null || detail == null || run == null) {
            work.forget();
        } else if (run.evidence().traces().isEmpty()) {
            work.forget();
            trouble.set(texts.get(detail.row().running() ? "trace.later" : "trace.none"));
        } else {
            List<TrialLine> windows = detail.results().windows();
            work.run(
                    () -> read(history.evidence(), run, windows),
                    this::show,
                    failure -> trouble.set(words.problem(failure)));
        }
    }

    private void show(Read read) {
        trouble.set(read.trouble());
        traces.set(read.traces());
        timeline.set(read.timeline());
    }

    private Read read(Evidence evidence, Run run, List<TrialLine> windows) {
        List<Trace> found = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (SensorInfo sensor : run.setting().sensors()) {
            BlobId blob = run.evidence().traces().get(sensor.id());
            if (blob == null) {
                lost.add(texts.format("trace.lost", sensor.name(), texts.get("trace.none-of-sensor")));
                continue;
            }
            try {
                SensorTrace trace = evidence.trace(blob);
                found.add(new Trace(sensor, trace, new ReadingList(run, sensor, trace, windows, texts)));
            } catch (IOException e) {
                lost.add(texts.format("trace.lost", sensor.name(), UserError.reason(e)));
            }
        }
        return new Read(
                List.copyOf(found),
                found.isEmpty() ? null : TraceTimeline.of(found, windows, words),
                String.join("\n", lost));
    }
}
