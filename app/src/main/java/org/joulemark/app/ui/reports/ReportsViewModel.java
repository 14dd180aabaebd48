package org.joulemark.app.ui.reports;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.reports.ReportInput;
import org.jspecify.annotations.Nullable;

/** Puts a report together: runs, versions, what is still missing, how the label will look, and the files. */
public final class ReportsViewModel {
    private final Desk desk;
    private final Texts texts;
    private final ReportSource source;
    private final RunsOnOffer runs = new RunsOnOffer(() -> load(true), this::choose);
    private final Versions versions = new Versions(this::make);
    private final Exports exports;
    private final ObservableList<Gap> gaps = FXCollections.observableArrayList();
    private final ObservableList<Gap> shownGaps = FXCollections.unmodifiableObservableList(gaps);
    private final ReadOnlyObjectWrapper<byte @Nullable []> picture = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanBinding ready;
    private boolean loaded;
    private long asked;

    /** What is shown of a report before it is written. */
    private record Draft(List<Gap> gaps, byte[] picture) {}

    /** Reports over the desk's history; {@link #shown()} looks into it. */
    ReportsViewModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(ReportsViewModel.class);
        this.source = new ReportSource(desk.histories());
        this.exports = new Exports(desk, texts);
        this.ready = Bindings.createBooleanBinding(
                () -> versions.baselineProperty().get() != null
                        && versions.subjectProperty().get() != null
                        && !exports.runningProperty().get(),
                versions.baselineProperty(),
                versions.subjectProperty(),
                exports.runningProperty());
        desk.navigation().toReportProperty().subscribe(this::handOver);
        desk.navigation().lastRunProperty().subscribe((_, run) -> {
            if (loaded && run != null) {
                load(false);
            }
        });
    }

    /** Runs to choose from. */
    public RunsOnOffer runs() {
        return runs;
    }

    /** Their versions. */
    public Versions versions() {
        return versions;
    }

    /** The way to files. */
    public Exports exports() {
        return exports;
    }

    /** What the report lacks, worst first. */
    public ObservableList<Gap> gaps() {
        return shownGaps;
    }

    /** The label as PNG; null while there is none. */
    public ReadOnlyObjectProperty<byte @Nullable []> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /** Whether something is being read or drawn. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** Why there is nothing to show; empty if there is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether files can be written now. */
    public BooleanBinding ready() {
        return ready;
    }

    /** The user came here. */
    void shown() {
        if (!loaded) {
            load(false);
        }
    }

    /** Looks into the history again. */
    public void refresh() {
        load(false);
    }

    /** Forgets period and site. */
    public void widen() {
        if (runs.wanted().narrows()) {
            runs.widen();
            load(false);
        }
    }

    private void load(boolean every) {
        Wanted wanted = runs.wanted();
        if (wanted.backwards()) {
            problem.set(texts.get("period.backwards"));
            return;
        }
        loaded = true;
        List<String> before = runs.picked();
        work(() -> source.offer(wanted), offer -> {
            boolean narrowed = every && wanted.narrows();
            List<String> ids = offer.runs().stream().map(RunChoice.Facts::id).toList();
            List<String> kept = before.stream().filter(ids::contains).toList();
            boolean keep = !every && !kept.isEmpty();
            runs.show(offer, keep ? kept : offer.newestCompleted(), narrowed);
            choose(runs.picked());
        });
    }

    private void choose(List<String> ids) {
        if (ids.isEmpty()) {
            asked++;
            working.set(false);
            versions.show(List.of());
            return;
        }
        work(() -> source.versions(ids), versions::show);
    }

    /** Another place asked for a report about these. */
    private void handOver(List<String> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        loaded = true;
        runs.widen();
        record Handed(ReportSource.Offer offer, List<Contender> named) {}
        work(() -> new Handed(source.offer(runs.wanted()), source.versions(wanted)), handed -> {
            List<Contender> all = ReportSource.siblings(handed.named());
            runs.show(handed.offer(), List.of(), false);
            runs.pick(all.stream()
                    .map(Contender::run)
                    .distinct()
                    .map(RunChoice::of)
                    .toList());
            versions.show(all, handed.named());
        });
    }

    /** Draws the label and asks what is missing. */
    private void make() {
        VersionChoice subject = versions.subjectProperty().get();
        List<Contender> contenders = versions.inWorkbook();
        if (subject == null || contenders.isEmpty()) {
            gaps.clear();
            picture.set(null);
            return;
        }
        work(
                () -> new Draft(
                        Checklist.of(workbook(contenders, subject.contender())),
                        ReportSource.picture(label(subject.contender()))),
                draft -> {
                    gaps.setAll(draft.gaps());
                    picture.set(draft.picture());
                });
    }

    /** A label is made of its version alone, as the command line makes it. */
    private ReportInput label(Contender subject) throws Exception {
        return source.input(List.of(subject), subject);
    }

    private ReportInput workbook(List<Contender> contenders, Contender subject) throws Exception {
        return source.input(contenders, contenders.contains(subject) ? subject : contenders.getFirst());
    }

    /** Asks where and writes the label. */
    public void exportLabel() {
        VersionChoice subject = versions.subjectProperty().get();
        if (ready.get() && subject != null && usable()) {
            exports.label(subject.contender(), () -> label(subject.contender()));
        }
    }

    /** Asks where and writes the workbook. */
    public void exportWorkbook() {
        List<Contender> contenders = versions.inWorkbook();
        if (ready.get() && !contenders.isEmpty() && usable()) {
            exports.workbook(contenders.getFirst(), () -> workbook(contenders, contenders.getFirst()));
        }
    }

    /** Asks before something goes out that the record itself says must not be used. */
    private boolean usable() {
        return !Checklist.forbids(gaps)
                || desk.outside()
                        .agreed(texts.get("invalid.title"), texts.get("invalid.text"), texts.get("invalid.yes"));
    }

    /** Works in the background; only the answer to the last question is heard. */
    private <T> void work(Callable<T> work, java.util.function.Consumer<T> done) {
        long question = ++asked;
        working.set(true);
        problem.set("");
        desk.tasks()
                .run(
                        work,
                        result -> {
                            if (question == asked) {
                                working.set(false);
                                done.accept(result);
                            }
                        },
                        e -> {
                            if (question == asked) {
                                working.set(false);
                                problem.set(desk.words().problem(e));
                            }
                        });
    }
}
