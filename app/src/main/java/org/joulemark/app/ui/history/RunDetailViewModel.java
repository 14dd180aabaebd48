package org.joulemark.app.ui.history;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.history.History;
import org.jspecify.annotations.Nullable;

/** The run that is looked at, read in the background. */
final class RunDetailViewModel {
    private final Desk desk;
    private final Texts texts;
    private final LatestWins work;
    private final TraceViewModel traces;
    private final ReadOnlyObjectWrapper<@Nullable RunDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private @Nullable History history;
    private @Nullable RunRow wanted;

    RunDetailViewModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(RunDetailViewModel.class);
        this.work = new LatestWins(desk.tasks());
        this.traces = new TraceViewModel(desk.tasks(), desk.words(), texts);
    }

    /** What is known of the run; null if none is chosen or it cannot be read. */
    ReadOnlyObjectProperty<@Nullable RunDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** What cannot be read; empty if everything can. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Its power traces; empty until {@link #readTraces()}. */
    TraceViewModel traces() {
        return traces;
    }

    /** Reads the power traces of the run shown. */
    void readTraces() {
        traces.show(history, detail.get());
    }

    /** Shows a run of {@code from}; null for none. A run that is shown already and has ended is not read again. */
    void show(@Nullable History from, @Nullable RunRow row) {
        if (from == history && row != null && row.equals(wanted) && !row.running() && detail.get() != null) {
            return;
        }
        history = from;
        wanted = row;
        if (from == null || row == null) {
            work.forget();
            detail.set(null);
            trouble.set("");
            return;
        }
        work.run(() -> RunDetail.read(from, row, desk.words(), texts), this::show, this::fail);
    }

    /** Indents the body of an event in the background. */
    void pretty(EventLine event, Consumer<List<String>> lines) {
        desk.tasks().run(event::pretty, lines, this::fail);
    }

    private void show(RunDetail read) {
        trouble.set(read.trouble());
        detail.set(read);
    }

    private void fail(Exception failure) {
        detail.set(null);
        trouble.set(desk.words().problem(failure));
    }
}
