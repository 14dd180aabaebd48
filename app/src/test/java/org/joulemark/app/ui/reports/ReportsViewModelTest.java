package org.joulemark.app.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Notice;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.RunStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsViewModelTest {
    private static final String BASELINE = ":m1@cpu.cpu.b1.t1";
    private static final String SECOND = ":m2@cpu.cpu.b1.t1";
    private static final String OLD = "20261101T080000Z-aaaaaa";
    private static final String NEW = "20261121T101502Z-7f3a9c";

    @TempDir
    private Path folder;

    @TempDir
    private Path target;

    private Desk desk;
    private Answers answers;

    @BeforeEach
    void sit() {
        Preferences preferences = new Preferences(folder);
        preferences.set("language", "en");
        desk = new Desk(new Workbench(folder), new InlineTaskRunner(), preferences);
        answers = new Answers(target);
        desk.connect(answers);
    }

    @AfterEach
    void leave() throws Exception {
        desk.close();
    }

    private void twoRuns() throws Exception {
        SampleRun elsewhere = new SampleRun().named(OLD, "2026-11-01T08:00:00Z");
        elsewhere.site = null;
        elsewhere.record(folder);
        new SampleRun().named(NEW, "2026-11-21T10:15:02Z").record(folder);
    }

    private ReportsViewModel shown() {
        ReportsViewModel model = new ReportsViewModel(desk);
        model.shown();
        assertThat(model.problemProperty().get()).isEmpty();
        return model;
    }

    private static List<String> workbook(ReportsViewModel model) {
        return model.versions().inWorkbook().stream().map(VersionChoice::key).toList();
    }

    @Test
    void theLastRunIsTakenUntilTheUserSaysOtherwise() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();

        assertThat(model.runs().all()).extracting(RunChoice::id).containsExactly(NEW, OLD);
        assertThat(model.runs().picked()).containsExactly(NEW);
        assertThat(workbook(model)).containsExactly(NEW + BASELINE, NEW + SECOND);
        assertThat(model.pictureProperty().get()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(model.gaps()).extracting(Gap::code).containsExactly("anchor");
        assertThat(model.ready().get()).isTrue();
    }

    @Test
    void aCancelledRunIsOfferedAndNeverTakenByItself() throws Exception {
        new SampleRun().named(OLD, "2026-11-01T08:00:00Z").record(folder);
        cancelled().record(folder);
        ReportsViewModel model = shown();

        assertThat(model.runs().all()).extracting(RunChoice::id).containsExactly(NEW, OLD);
        assertThat(model.runs().picked()).containsExactly(OLD);
        model.runs().fromProperty().set(LocalDate.of(2026, 10, 30));
        assertThat(model.runs().picked()).as("nor by a period").containsExactly(OLD);
    }

    @Test
    void whereNoRunWasCompletedNoneIsTaken() throws Exception {
        cancelled().record(folder);
        ReportsViewModel model = shown();

        assertThat(model.runs().all()).hasSize(1);
        assertThat(model.runs().picked()).isEmpty();
        assertThat(model.ready().get()).isFalse();
    }

    private static SampleRun cancelled() {
        SampleRun run = new SampleRun().named(NEW, "2026-11-21T10:15:02Z");
        run.status = RunStatus.CANCELLED;
        run.grade = Grade.X;
        return run;
    }

    @Test
    void nothingMeasuredIsSaidAndNothingCanBeExported() {
        ReportsViewModel model = shown();

        assertThat(model.runs().noneProperty().get()).isTrue();
        assertThat(model.ready().get()).isFalse();
        model.exportLabel();
        model.exportWorkbook();
        assertThat(answers.asked).isEmpty();
    }

    @Test
    void aPeriodChoosesAllItsRuns() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();

        model.runs().fromProperty().set(LocalDate.of(2026, 10, 30));
        assertThat(model.runs().picked()).containsExactly(NEW, OLD);
        assertThat(workbook(model)).hasSize(4);
        model.runs().toProperty().set(LocalDate.of(2026, 11, 10));
        assertThat(model.runs().picked()).containsExactly(OLD);
        model.runs().toProperty().set(LocalDate.of(2026, 1, 1));
        assertThat(model.problemProperty().get()).contains("before the first");
        model.widen();
        assertThat(model.runs().all()).hasSize(2);
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void aSiteChoosesTheRunsMeasuredThere() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();

        assertThat(model.runs().sites()).containsExactly(Optional.empty(), Optional.of(""), Optional.of("lab"));
        model.runs().siteProperty().set(Optional.of("lab"));
        assertThat(model.runs().picked()).containsExactly(NEW);
        model.runs().siteProperty().set(Optional.of(""));
        assertThat(model.runs().picked()).containsExactly(OLD);
    }

    @Test
    void whatAnotherPlaceHandsOverIsTakenWithItsBaselineFirst() throws Exception {
        twoRuns();
        ReportsViewModel model = new ReportsViewModel(desk);

        desk.navigation().report(List.of(OLD + ":digits-v3-int8", NEW + ":digits-v1-baseline"));

        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(workbook(model)).containsExactly(OLD + SECOND, NEW + BASELINE);
        assertThat(model.runs().picked()).containsExactlyInAnyOrder(OLD, NEW);
        assertThat(model.versions().subjectProperty().get().key()).isEqualTo(OLD + SECOND);
    }

    @Test
    void anUnknownRunIsSaidPlainly() throws Exception {
        twoRuns();
        ReportsViewModel model = new ReportsViewModel(desk);

        desk.navigation().report(List.of("2019"));

        assertThat(model.problemProperty().get()).contains("2019");
    }

    @Test
    void versionsCanBeLeftOutAndTheBaselineChanged() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();
        VersionChoice second = model.versions().all().get(1);

        model.versions().baselineProperty().set(second);
        assertThat(workbook(model)).containsExactly(NEW + SECOND, NEW + BASELINE);
        model.versions().all().getFirst().includedProperty().set(false);
        assertThat(workbook(model)).containsExactly(NEW + SECOND);
    }

    @Test
    void everyFormatIsWrittenAndTheFolderRemembered() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();

        for (LabelFormat format : LabelFormat.values()) {
            model.exports().formatProperty().set(format);
            model.exportLabel();
            Path file = target.resolve("label-digits-v1-baseline." + format.key());
            assertThat(file).isRegularFile();
            assertThat(model.exports().writtenProperty().get()).isEqualTo(file);
        }
        model.exportWorkbook();
        assertThat(target.resolve("joulemark-2026-11-21.xlsx")).isRegularFile();
        assertThat(desk.preferences().get("reports.workbook.folder")).contains(target.toString());
        assertThat(desk.notices().all())
                .singleElement()
                .extracting(Notice::text)
                .asString()
                .contains("joulemark-2026-11-21.xlsx");
        model.exports().copyPath();
        model.exports().showFolder();
        assertThat(answers.copied)
                .containsExactly(target.resolve("joulemark-2026-11-21.xlsx").toString());
        assertThat(answers.shown).containsExactly(target);
        model.exportLabel();
        assertThat(answers.last).hasParent(target);
    }

    @Test
    void whoThinksBetterOfItWritesNothing() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();
        answers.cancels = true;

        model.exportLabel();

        assertThat(target).isEmptyDirectory();
        assertThat(model.exports().runningProperty().get()).isFalse();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndLeavesNothing() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();
        Files.createDirectories(target.resolve("label-digits-v1-baseline.svg").resolve("in the way"));

        model.exportLabel();

        assertThat(desk.notices().all().getFirst().text()).contains("cannot write");
        assertThat(model.exports().writtenProperty().get()).isNull();
        try (var files = Files.list(target)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anInvalidRunIsExportedOnlyByWhoInsists() throws Exception {
        SampleRun bad = new SampleRun();
        bad.grade = Grade.X;
        bad.reasons = List.of("the GPU was lost");
        bad.record(folder);
        ReportsViewModel model = shown();
        answers.agrees = false;

        model.exportLabel();
        assertThat(target).isEmptyDirectory();
        answers.agrees = true;
        model.exportLabel();
        assertThat(target).isNotEmptyDirectory();
    }

    @Test
    void aRunThatEndsMeanwhileIsOffered() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();

        desk.navigation()
                .ended(new SampleRun()
                        .named("20261125T080000Z-bbbbbb", "2026-11-25T08:00:00Z")
                        .record(folder));

        assertThat(model.runs().all()).hasSize(3);
        assertThat(model.runs().picked()).containsExactly(NEW);
    }

    @Test
    void aLabelSaysTheSameAsThatOfTheCommandLine() throws Exception {
        twoRuns();
        ReportsViewModel model = shown();
        Contender subject = model.versions().inWorkbook().getFirst();
        model.exportLabel();

        String svg = Files.readString(target.resolve("label-digits-v1-baseline.svg"));
        assertThat(svg).contains(subject.label()).contains("329 g/kWh").contains("PUE 1.25");
    }
}
