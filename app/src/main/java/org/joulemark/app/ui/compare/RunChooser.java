package org.joulemark.app.ui.compare;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.model.Run;

/** Runs of the history to pick versions from; looked up in the background. Used on the screen's thread. */
final class RunChooser {
    private final Desk desk;
    private final Texts texts;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<RunOffer> runs = FXCollections.observableArrayList();
    private final ObservableList<RunOffer> shown = FXCollections.unmodifiableObservableList(runs);
    private final ReadOnlyBooleanWrapper looked = new ReadOnlyBooleanWrapper();
    private final Map<String, List<Contender>> versions = new HashMap<>();
    private int asked;

    RunChooser(Desk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        filter.subscribe((before, now) -> refresh());
    }

    /** Words that a run must have in its models, devices, preset, site, time or id. */
    StringProperty filterProperty() {
        return filter;
    }

    /** Runs that match, the newest first. */
    ObservableList<RunOffer> runs() {
        return shown;
    }

    /** Whether the history was looked at. */
    ReadOnlyBooleanProperty lookedProperty() {
        return looked.getReadOnlyProperty();
    }

    /** Looks at the history again. */
    void refresh() {
        String wanted = filter.get();
        int ticket = ++asked;
        desk.tasks()
                .run(
                        () -> offers(RunCatalogue.find(desk.histories().own(), wanted)),
                        found -> {
                            if (ticket == asked) {
                                show(found);
                            }
                        },
                        desk.notices()::fail);
    }

    private void show(List<RunOffer> found) {
        if (!found.equals(runs)) {
            runs.setAll(found);
        }
        looked.set(true);
    }

    /** Reads the versions of a run and hands them to {@code done}. */
    void versions(String runId, Consumer<List<Contender>> done) {
        List<Contender> known = versions.get(runId);
        if (known != null) {
            done.accept(known);
            return;
        }
        desk.tasks()
                .run(
                        () -> contenders(desk.histories().own().run(runId)),
                        found -> {
                            versions.put(runId, found);
                            done.accept(found);
                        },
                        desk.notices()::fail);
    }

    private static List<Contender> contenders(Run run) {
        return run.versions().stream().map(one -> new Contender(run, one)).toList();
    }

    private List<RunOffer> offers(List<RunSummary> found) {
        return found.stream().map(this::offer).toList();
    }

    /** A run in the user's words. */
    RunOffer offer(RunSummary run) {
        return new RunOffer(run.id().value(), title(run), detail(run), run.versions());
    }

    private String title(RunSummary run) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(run.startedAt())
                + " · " + run.preset();
    }

    private String detail(RunSummary run) {
        Words words = desk.words();
        return texts.format(
                "chooser.detail",
                run.id().value(),
                words.status(run.status()),
                run.grade() == null ? "–" : run.grade().name(),
                String.join(", ", run.devices()),
                run.site() == null ? "–" : run.site(),
                texts.format("chooser.versions", run.versions()),
                String.join(", ", run.models()));
    }
}
