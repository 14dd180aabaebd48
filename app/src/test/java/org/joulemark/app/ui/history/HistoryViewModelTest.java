package org.joulemark.app.ui.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Notice;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.ui.history.HistoryDoor.Mode;
import org.joulemark.app.ui.history.VerifyViewModel.State;
import org.joulemark.app.workbench.RecordedFigures;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.Head;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunDigest;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryViewModelTest {
    private static final String COMPLETED = "20260314T120000Z-aaaaaa";
    private static final String RUNNING = "20260315T100000Z-dddddd";

    @TempDir
    private Path folder;

    private Path data = Path.of("");
    private Desk desk;
    private HistoryViewModel model;

    @BeforeEach
    void open() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        Preferences preferences = new Preferences(data);
        preferences.set("language", "en");
        desk = new Desk(new Workbench(data), new InlineTaskRunner(), preferences);
        model = new HistoryViewModel(desk);
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        desk.close();
    }

    @Test
    void withoutAHistoryThePlaceIsEmptyAndNoneIsMade() {
        model.refresh();
        assertThat(model.emptyProperty().get()).isTrue();
        assertThat(model.troubleProperty().get()).isEmpty();
        assertThat(data.resolve(History.FILE_NAME)).doesNotExist();
    }

    @Test
    void everyStartIsListedTheNewestFirst() throws Exception {
        four();
        assertThat(model.emptyProperty().get()).isFalse();
        assertThat(model.list().pageProperty().get())
                .extracting(row -> row.names().status())
                .containsExactly("running", "failed", "cancelled", "completed");
    }

    @Test
    void theDetailTellsEverythingOfACompletedRun() throws Exception {
        four();
        RunDetail detail = detail(COMPLETED);
        String overview = FactGroup.text(detail.overview());
        assertThat(overview)
                .contains("Grade: B")
                .contains("Because: digits-v1-fp32: not steady after warm-up")
                .contains("digits-test.npz")
                .contains("European Environment Agency")
                .contains("2023 (data year), DEU")
                .contains("generation only")
                .contains("CC BY 4.0")
                .contains("0.043 s, 0.36 % of one core")
                .contains("2 of 250");
        assertThat(FactGroup.text(detail.machine())).contains("16 cores").contains("ONNX Runtime: 1.29.0");
        assertThat(detail.results().labels()).containsExactly("digits-v1-fp32", "digits-v2-int8");
        assertThat(detail.results().windows())
                .extracting(line -> (line.what() + " " + line.order()).strip())
                .containsExactly(
                        "idle baseline",
                        "digits-v1-fp32 1.1",
                        "digits-v2-int8 1.2",
                        "digits-v2-int8 2.1",
                        "digits-v1-fp32 2.2",
                        "idle baseline");
        assertThat(detail.sensors()).extracting(SensorLine::counts).containsExactly("yes", "no: inside package-0");
        assertThat(detail.events())
                .extracting(EventLine::kind)
                .containsExactly("run.started", "trial.done", "trial.done", "trial.done", "trial.done", "run.finished");
        assertThat(detail.events().getLast().pretty())
                .hasSizeGreaterThan(100)
                .first()
                .isEqualTo("{");
    }

    @Test
    void aFigureThatIsMissingSaysWhyAndIsNeverZero() throws Exception {
        four();
        List<FigureLine> figures = detail(COMPLETED).results().figures();
        assertThat(figures.getFirst().cells()).noneMatch(FigureLine.Cell::absent);
        assertThat(figures.getLast().cells())
                .allMatch(FigureLine.Cell::absent)
                .allMatch(cell -> cell.text().startsWith("– ") && cell.text().length() > 5);
        FigureLine.Cell gap = requireNonNull(
                detail(COMPLETED).results().windows().get(1).energies().get("load:cores"));
        assertThat(gap.text()).startsWith("–").contains("gap");
    }

    @Test
    void aRunThatGoesOnCanBeLookedAtButNotCompared() throws Exception {
        four();
        RunDetail detail = detail(RUNNING);
        assertThat(detail.trouble()).isEmpty();
        assertThat(FactGroup.text(detail.overview())).contains("Graded when the run has ended");
        assertThat(model.usable()).isFalse();
        model.detail().readTraces();
        assertThat(model.detail().traces().troubleProperty().get()).contains("when the run has ended");
    }

    @Test
    void theTraceComesAsTimelineAndAsReadings() throws Exception {
        four();
        detail(COMPLETED);
        model.detail().readTraces();
        TraceViewModel traces = model.detail().traces();
        assertThat(traces.troubleProperty().get()).isEmpty();
        assertThat(traces.timelineProperty().get()).isNotNull();
        List<ReadingLine> cores = traces.tracesProperty().get().get(1).lines();
        assertThat(cores.get(62).watts()).isEqualTo("–");
        assertThat(cores.get(62).missing()).isEqualTo("permission denied");
        assertThat(cores.get(62).window()).isEqualTo("digits-v1-fp32 1.1");
        assertThat(cores.indexOf(cores.get(70))).isEqualTo(70);
        List<ReadingLine> counter = traces.tracesProperty().get().getFirst().lines();
        assertThat(counter.getFirst().watts())
                .as("a counter needs two readings")
                .isEqualTo("–");
        assertThat(counter.get(10).watts()).endsWith(" W");
    }

    @Test
    void verifyHoldsAlsoAgainstTheRightAnchorAndNotAgainstAnother() throws Exception {
        four();
        model.startVerify();
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.HOLDS);
        assertThat(model.verify().verdictProperty().get()).contains("none was given");
        Head head = desk.histories().own().head();
        model.verify().anchorProperty().set(head.text());
        model.startVerify();
        assertThat(model.verify().verdictProperty().get()).contains("given and matches");
        model.verify().anchorProperty().set(new Head(head.ledger(), head.seq() + 1, head.hash()).text());
        model.startVerify();
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.BROKEN);
        model.verify().anchorProperty().set("from a letter");
        model.startVerify();
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.UNDECIDED);
        assertThat(model.verify().verdictProperty().get()).contains("not a ledger head");
    }

    @Test
    void aFigureThatDoesNotFollowFromItsSamplesIsFound() throws Exception {
        write(run -> Map.of());
        try (History history = History.open(data, Access.READ_WRITE, "eve")) {
            SampleHistory.record(
                    history.journal(run -> {
                        var figures = RecordedFigures.of(run);
                        figures.values().forEach(byMetric -> byMetric.put("power.mean", Quantity.exact(1, Unit.WATTS)));
                        return figures;
                    }),
                    SampleHistory.Wish.completed("forged", SampleHistory.NOON.plusSeconds(60)));
        }
        model.refresh();
        model.startVerify();
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.BROKEN);
        assertThat(model.verify().findings()).anyMatch(finding -> finding.text().contains("power.mean"));
        model.verify().recomputeProperty().set(false);
        model.startVerify();
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.HOLDS);
        assertThat(model.verify().verdictProperty().get()).contains("not recomputed");
    }

    @Test
    void aVerificationCanBeCancelled() throws Exception {
        four();
        model.verify().stageProperty().subscribe((_, words) -> {
            if (words.startsWith("Events")) {
                model.verify().cancel();
            }
        });
        model.startVerify();
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.UNDECIDED);
        assertThat(model.verify().verdictProperty().get()).contains("cancelled");
    }

    @Test
    void anAuditedFileIsNeverWrittenAndGivesNothingToCompare() throws Exception {
        four();
        Path copies = Files.createDirectory(folder.resolve("copies"));
        Path copy = Files.copy(data.resolve(History.FILE_NAME), copies.resolve("copy.bin"));
        byte[] before = Files.readAllBytes(copy);
        model.audit(copy);
        assertThat(model.modeProperty().get()).isEqualTo(Mode.AUDIT);
        assertThat(model.list().total()).isEqualTo(4);
        detail(COMPLETED);
        assertThat(model.usable()).isFalse();
        model.startVerify();
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.HOLDS);
        model.refresh();
        assertThat(model.modeProperty().get()).isEqualTo(Mode.AUDIT);
        assertThat(model.verify().stateProperty().get()).as("the verdict stays").isEqualTo(State.HOLDS);
        model.backToOwn();
        assertThat(model.modeProperty().get()).isEqualTo(Mode.OWN);
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(Files.readAllBytes(copy)).isEqualTo(before);
        assertThat(SampleHistory.files(copies)).containsExactly("copy.bin");
    }

    @Test
    void aTamperedFileOpensAsFarAsPossible() throws Exception {
        four();
        Path copy = Files.copy(data.resolve(History.FILE_NAME), folder.resolve("copy.db"));
        SampleHistory.sql(copy, "UPDATE run_index SET status = 'SPLENDID' WHERE run LIKE '%aaaaaa'");
        SampleHistory.sql(copy, "DROP TRIGGER event_no_update");
        SampleHistory.sql(copy, "UPDATE event SET body = x'7B' WHERE seq = 8");
        SampleHistory.sql(copy, "PRAGMA wal_checkpoint(TRUNCATE)");
        model.audit(copy);
        assertThat(model.list().total()).isEqualTo(4);
        assertThat(model.troubleProperty().get()).contains("damaged").contains("as the events tell them");
        model.startVerify();
        assertThat(model.verify().verdictProperty().get())
                .contains("does NOT hold")
                .contains("event 8");
    }

    @Test
    void whatIsNoHistoryIsSaidAndChangesNothing() throws Exception {
        four();
        for (String name : List.of("empty.db", "text.db", "gone.db")) {
            Path file = folder.resolve(name);
            if (name.startsWith("e")) {
                Files.createFile(file);
            } else if (name.startsWith("t")) {
                Files.writeString(file, "x".repeat(500));
            }
            model.audit(file);
            assertThat(desk.notices().all().getFirst().text())
                    .contains("cannot be audited")
                    .contains(name);
            assertThat(model.modeProperty().get()).isEqualTo(Mode.OWN);
            assertThat(model.list().total()).isEqualTo(4);
        }
    }

    @Test
    void aHistoryHeldByAnotherProgramIsReadAndTriedAgain() throws Exception {
        write(RecordedFigures::of);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(History.FILE_NAME));
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            model.refresh();
            assertThat(model.modeProperty().get()).isEqualTo(Mode.OWN_HELD);
            assertThat(model.troubleProperty().get()).contains("in use by another program");
            assertThat(model.list().total()).isEqualTo(1);
            assertThat(detail(COMPLETED).trouble()).isEmpty();
            statement.executeUpdate("ROLLBACK");
        }
        model.refresh();
        assertThat(model.modeProperty().get()).isEqualTo(Mode.OWN);
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void aDamagedFileOfOnesOwnIsSaidInOneLine() throws Exception {
        Files.writeString(data.resolve(History.FILE_NAME), "x".repeat(500));
        model.refresh();
        assertThat(model.troubleProperty().get()).contains("not a history").doesNotContain("\n");
        assertThat(model.list().total()).isZero();
    }

    @Test
    void aRunAskedForIsChosenWhateverWasSearched() throws Exception {
        four();
        model.list().textProperty().set("resnet");
        desk.navigation().show(COMPLETED);
        assertThat(model.toSelectProperty().get()).isEqualTo(COMPLETED);
        assertThat(model.list().pageProperty().get()).hasSize(4);
        desk.navigation().show("no-such-run");
        assertThat(model.toSelectProperty().get()).isNull();
        assertThat(desk.notices().all()).extracting(Notice::text).anyMatch(text -> text.contains("no-such-run"));
    }

    @Test
    void chosenRunsGoToCompareAndReportsInTheirOrder() throws Exception {
        four();
        choose(COMPLETED);
        model.compare();
        assertThat(desk.navigation().toCompareProperty().get()).containsExactly(COMPLETED);
        assertThat(desk.navigation().placeProperty().get()).isEqualTo(Place.COMPARE);
        model.report();
        assertThat(desk.navigation().toReportProperty().get()).containsExactly(COMPLETED);
    }

    @Test
    void aRecordIsExportedWholeOrNotAtAll() throws Exception {
        four();
        choose(COMPLETED);
        Path target = folder.resolve("run.json");
        model.export(target);
        assertThat(RecordJson.read(Files.readAllBytes(target), Run.class))
                .isEqualTo(desk.histories().own().run(COMPLETED));
        assertThat(desk.notices().all().getFirst().text()).contains("run.json");
        model.export(folder.resolve("no-folder").resolve("run.json"));
        assertThat(desk.notices().all().getFirst().text())
                .contains("cannot write")
                .doesNotContain("\n");
        assertThat(SampleHistory.files(folder)).doesNotContain("no-folder").noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void gradesAreExplainedWithTheirReasons() throws Exception {
        four();
        assertThat(model.grade(row(COMPLETED)).getValue())
                .isEqualTo("Grade B: polled or modelled by the vendor, or something was noticed\n• digits-v1-fp32: not"
                        + " steady after warm-up\n• digits-v2-int8: not steady after warm-up");
        assertThat(model.grade(row(RUNNING)).getValue()).contains("when the run has ended");
    }

    @Test
    void aRunThatEndedIsListedAndTheOrderIsRemembered() throws Exception {
        write(RecordedFigures::of);
        model.refresh();
        Run ended = SampleHistory.record(
                desk.histories().own().journal(RecordedFigures::of),
                SampleHistory.Wish.completed("later", SampleHistory.NOON.plusSeconds(60)));
        desk.navigation().ended(ended);
        assertThat(model.list().total()).isEqualTo(2);
        model.list().orderProperty().set(new RunOrder(RunColumn.SITE, true));
        assertThat(new HistoryViewModel(desk).list().orderProperty().get())
                .isEqualTo(new RunOrder(RunColumn.SITE, true));
    }

    private void four() throws Exception {
        SampleHistory.writeFour(data);
        model.refresh();
    }

    private void write(RunDigest digest) throws Exception {
        try (History history = History.open(data, Access.READ_WRITE, "ada")) {
            SampleHistory.record(history.journal(digest), SampleHistory.Wish.completed(COMPLETED, SampleHistory.NOON));
        }
    }

    private RunRow row(String id) {
        return model.list().pageProperty().get().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String id) {
        model.choose(List.of(row(id)));
    }

    private RunDetail detail(String id) {
        choose(id);
        return requireNonNull(
                model.detail().detailProperty().get(),
                model.detail().troubleProperty().get());
    }
}
