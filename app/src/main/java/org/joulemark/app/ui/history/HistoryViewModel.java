package org.joulemark.app.ui.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.history.HistoryDoor.Mode;
import org.joulemark.app.ui.history.HistoryDoor.Opened;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunFilter;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Looks back: which history is open, its runs, the ones chosen, and what can be done with them. */
final class HistoryViewModel {
    /** Runs to show before all are read. */
    private static final int FIRST = 500;

    private final Desk desk;
    private final Texts texts;
    private final HistoryDoor door;
    private final LatestWins loading;
    private final RunListViewModel list;
    private final RunDetailViewModel detail;
    private final VerifyViewModel verify;
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.OWN);
    private final StringProperty file = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty empty = new SimpleBooleanProperty();
    private final ObjectProperty<List<RunRow>> chosen = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<@Nullable String> toSelect = new SimpleObjectProperty<>();
    private final LongProperty eventToShow = new SimpleLongProperty();
    private final Map<String, StringProperty> reasons = new HashMap<>();
    private Opened opened = Opened.NOTHING_YET;
    private @Nullable History notesToldOf;

    /** What was read in the background. */
    private record Loaded(Opened opened, List<RunRow> rows, String trouble, boolean whole) {}

    HistoryViewModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(HistoryViewModel.class);
        this.door = new HistoryDoor(desk);
        this.loading = new LatestWins(desk.tasks());
        this.list = new RunListViewModel(desk.tasks(), texts);
        this.detail = new RunDetailViewModel(desk);
        this.verify = new VerifyViewModel(desk.tasks(), texts);
        list.orderProperty().set(RunOrder.of(desk.preferences().get("history.order", "")));
        list.orderProperty().subscribe(order -> desk.preferences().set("history.order", order.text()));
        desk.navigation().lastRunProperty().subscribe((_, _) -> refresh());
        desk.navigation().toShowProperty().subscribe((_, run) -> show(run));
    }

    /** The list of runs. */
    RunListViewModel list() {
        return list;
    }

    /** The run looked at. */
    RunDetailViewModel detail() {
        return detail;
    }

    /** The check of the whole history. */
    VerifyViewModel verify() {
        return verify;
    }

    /** Whose history is open. */
    ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode;
    }

    /** Where the history lies; empty if there is none yet. */
    ReadOnlyStringProperty fileProperty() {
        return file;
    }

    /** Why something cannot be read or written; empty if everything can. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble;
    }

    /** Whether a history is being read. */
    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Whether the history that is open has no runs. */
    ReadOnlyBooleanProperty emptyProperty() {
        return empty;
    }

    /** The runs chosen in the list. */
    ReadOnlyObjectProperty<List<RunRow>> chosenProperty() {
        return chosen;
    }

    /** Id of a run the list should choose; null for none. */
    ObjectProperty<@Nullable String> toSelectProperty() {
        return toSelect;
    }

    /** Number of an entry of the ledger that the run looked at should show; 0 for none. */
    LongProperty eventToShowProperty() {
        return eventToShow;
    }

    /** Goes to the entry that a verification speaks of, and to its run. */
    void lead(VerifyFinding finding) {
        if (finding.leads()) {
            eventToShow.set(finding.seq());
            toSelect.set(finding.run());
            if (!list.query().everything()) {
                list.showAll();
            }
        }
    }

    /** What verification says of a run. */
    RunProof proof(RunRow row) {
        return verify.judgementProperty().get().of(row);
    }

    /** The user chose these runs; the first is looked at. */
    void choose(List<RunRow> rows) {
        chosen.set(List.copyOf(rows));
        detail.show(opened.history(), rows.isEmpty() ? null : rows.getFirst());
    }

    /** Reads the history that is open once more. */
    void refresh() {
        Opened now = opened;
        if (mode.get() == Mode.AUDIT) {
            load(() -> now);
        } else {
            load(door::own);
        }
    }

    /** Opens any history read-only; if that cannot be, everything stays as it is and a notice says why. */
    void audit(Path path) {
        busy.set(true);
        loading.run(() -> read(door.audit(path), FIRST), this::fillAnew, failure -> {
            busy.set(false);
            desk.notices().fail(texts.format("audit.failed", desk.words().problem(failure)));
        });
    }

    /** Whether something dropped here is meant to be audited: a folder with a history, or a file that is no model. */
    static boolean mayBeHistory(Path path) {
        return Files.isDirectory(path)
                ? History.exists(path)
                : !path.toString().toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    /** Goes back to the user's own history. */
    void backToOwn() {
        load(door::own);
    }

    /** Chooses a run of the user's own history, as soon as it is there. */
    void show(@Nullable String run) {
        if (run == null) {
            return;
        }
        toSelect.set(run);
        if (!list.query().everything()) {
            list.showAll();
        }
        load(door::own);
    }

    /** Checks the history that is open. */
    void startVerify() {
        History history = opened.history();
        if (history != null) {
            verify.verify(history, this::refresh);
        }
    }

    /** Whether the chosen runs can be compared and reported: they are the user's own and have ended. */
    boolean usable() {
        return mode.get() != Mode.AUDIT
                && !chosen.get().isEmpty()
                && chosen.get().stream().noneMatch(RunRow::running);
    }

    /** Goes to Compare with the versions of the chosen runs, the first chosen being the baseline. */
    void compare() {
        if (usable()) {
            desk.navigation().compare(ids());
        }
    }

    /** Goes to Reports with the versions of the chosen runs. */
    void report() {
        if (usable()) {
            desk.navigation().report(ids());
        }
    }

    /** Ids of the chosen runs. */
    List<String> ids() {
        return chosen.get().stream().map(RunRow::id).toList();
    }

    /** Writes the record of the run looked at to {@code target}. */
    void export(Path target) {
        History history = opened.history();
        if (history != null && !chosen.get().isEmpty()) {
            String run = chosen.get().getFirst().id();
            desk.tasks()
                    .run(
                            () -> RunExport.write(history, run, target),
                            path -> desk.notices().tell(texts.format("export.done", run, path)),
                            desk.notices()::fail);
        }
    }

    /** Grade of a run with the reasons for it, read when first asked for. */
    ObservableValue<String> grade(RunRow row) {
        StringProperty known = reasons.get(row.id());
        History history = opened.history();
        if (known != null || history == null || row.running()) {
            return known == null ? new SimpleStringProperty(texts.get("grade.running")) : known;
        }
        StringProperty words = new SimpleStringProperty(texts.get("grade.reading"));
        reasons.put(row.id(), words);
        desk.tasks()
                .run(
                        () -> graded(history.run(row.id())),
                        words::set,
                        e -> words.set(desk.words().problem(e)));
        return words;
    }

    /** Ends what goes on. @throws UserError if a file cannot be closed */
    void close() throws UserError {
        verify.reset();
        door.close();
    }

    private String graded(Run run) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.format(
                "grade.is",
                run.judgement().grade().name(),
                texts.get("grade." + run.judgement().grade().name().toLowerCase(Locale.ROOT))));
        run.judgement().reasons().forEach(reason -> lines.add("• " + texts.said(reason)));
        return String.join("\n", lines);
    }

    /** Something that opens a history. */
    @FunctionalInterface
    private interface Opening {
        Opened open() throws UserError;
    }

    private void load(Opening opening) {
        busy.set(true);
        // A long list is shown in two steps, unless one is there already.
        int first = list.total() == 0 ? FIRST : Integer.MAX_VALUE;
        loading.run(() -> read(opening.open(), first), this::fill, this::failed);
    }

    private void failed(Exception failure) {
        busy.set(false);
        trouble.set(desk.words().problem(failure));
    }

    private Loaded read(Opened from, int most) throws UserError {
        History history = from.history();
        if (history == null) {
            return new Loaded(from, List.of(), "", true);
        }
        List<RunSummary> runs;
        String why = from.trouble().isEmpty() ? "" : texts.said(from.trouble());
        try {
            runs = history.list(RunFilter.all().limit(most));
        } catch (UserError e) {
            runs = history.listFromEvents();
            why = texts.format("list.from-events", desk.words().problem(e));
        }
        RunRow.Maker maker = new RunRow.Maker(desk.words());
        return new Loaded(from, runs.stream().map(maker::row).toList(), why, runs.size() < most);
    }

    private void fillAnew(Loaded loaded) {
        verify.reset();
        fill(loaded);
        // A stranger's file says nothing until it was verified. A measurement that goes on must not be disturbed.
        if (!desk.job().runningProperty().get()) {
            startVerify();
        }
    }

    private void fill(Loaded loaded) {
        busy.set(!loaded.whole());
        trouble.set(loaded.trouble());
        if (loaded.opened().history() != opened.history()) {
            reasons.clear();
        }
        if (!loaded.opened().file().equals(opened.file())) {
            verify.reset();
        }
        opened = loaded.opened();
        mode.set(opened.mode());
        file.set(opened.file());
        empty.set(loaded.rows().isEmpty());
        // The list may be equal and the history another: what is looked at must come from the one that is open.
        choose(chosen.get());
        list.fill(loaded.rows());
        tellNotes(opened);
        if (loaded.whole()) {
            tellUnknown(loaded.rows());
        } else {
            Opened now = opened;
            loading.run(() -> read(now, Integer.MAX_VALUE), this::fill, this::failed);
        }
    }

    /** A run that was to be shown and is not there must not be chosen by surprise later. */
    private void tellUnknown(List<RunRow> rows) {
        String wanted = toSelect.get();
        if (wanted != null && rows.stream().noneMatch(row -> row.id().equals(wanted))) {
            toSelect.set(null);
            desk.notices().fail(texts.format("show.unknown", wanted));
        }
    }

    private void tellNotes(Opened now) {
        History history = now.history();
        if (history != null && history != notesToldOf && now.mode() == Mode.OWN) {
            notesToldOf = history;
            history.openingNotes().forEach(desk.notices()::tell);
        }
    }
}
