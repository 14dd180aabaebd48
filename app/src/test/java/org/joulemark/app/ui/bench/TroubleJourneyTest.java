package org.joulemark.app.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.desk.Notice;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.VersionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person drops on the bench by mistake, and what dies while it is measured. */
class TroubleJourneyTest {
    /** Divides the smallest int32 by −1: an arithmetic exception of the processor, which ends the worker. */
    private static final String CRASHING = "CAg63QEKHwoBWAoGbm91Z2h0EgR6ZXJvGgdNdWx6ZXJvIgNNdWwKJwoEemVybwoDbWluEgh"
            + "zbWFsbGVzdBoLQWRkc21hbGxlc3QiA0FkZAoiCghzbWFsbGVzdAoIbWludXNPbmUSAVkaBERpdlkiA0RpdhIEdGVzdCoWCgEBEAYqCo"
            + "CAgID4/////wFCA21pbiobCgEBEAYqCv///////////wFCCG1pbnVzT25lKhAKAQEQBioBAEIGbm91Z2h0Wg8KAVgSCgoICAYSBAoCC"
            + "AFiDwoBWRIKCggIBhIECgIIAUICEBE=";

    @TempDir
    private Path folder;

    @Test
    void whatCannotBeMeasuredSaysWhyAndLosesNothing() throws Exception {
        Path crashing =
                Files.write(folder.resolve("crashing.onnx"), Base64.getDecoder().decode(CRASHING));
        Path text = Files.writeString(folder.resolve("notes.txt"), "no model");
        Path nothing = Files.createDirectory(folder.resolve("nothing"));
        Path good = BundledFamily.unpack("digits-v5-distilled.onnx", folder.resolve("models"));
        Path huge = folder.resolve("huge.onnx");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            // Three gigabytes of nothing: a sparse file, which takes no room.
            file.setLength(3L << 30);
        }
        try (Window window = new Window(folder.resolve("home"), 1280, 960)) {
            open(window, List.of(crashing, text, nothing, huge, folder.resolve("models"), good, good));
            window.await("all rows are settled", 120, () -> {
                String words = Window.textOf(window.find(".models .list-view"));
                return words.split("cannot run", -1).length == 3 && words.contains("runs on the CPU");
            });
            assertThat(Window.textOf(window.find(".models .list-view"))).contains("crash");
            assertThat(window.desk().notices().all())
                    .extracting(Notice::text)
                    .anyMatch(words -> words.contains("notes.txt"))
                    .anyMatch(words -> words.contains("nothing holds no .onnx file"))
                    .anyMatch(words -> words.contains("is on the bench already"));
            window.await(
                    "one model can run",
                    5,
                    () -> window.<Button>find("#run").getText().equals("Run (1)"));
            window.screenshot("bench-trouble-light");
        }
    }

    @Test
    void aWorkerThatDiesCostsItsOwnRow() throws Exception {
        BundledFamily.unpack("digits-v4-pruned.onnx", folder.resolve("models"));
        BundledFamily.unpack("digits-v5-distilled.onnx", folder.resolve("models"));
        try (Window window = new Window(folder.resolve("home"))) {
            open(window, List.of(folder.resolve("models")));
            window.await(
                    "both can run",
                    60,
                    () -> Window.textOf(window.find(".models .list-view")).split("runs on the CPU", -1).length == 3);
            window.choose("#preset", "demo");
            window.robot().clickOn("#run");
            window.awaitStage("trial 1", 60);
            killAWorker();
            Run run = window.awaitRun(120);
            assertThat(run.ending().status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(run.versions())
                    .filteredOn(version -> version.failure() != null)
                    .hasSize(1);
            assertThat(run.versions())
                    .filteredOn(version -> version.failure() == null)
                    .extracting(VersionResult::trials)
                    .allSatisfy(trials -> assertThat(trials).hasSize(3));
            TableView<ResultRow> table = window.find("#table");
            assertThat(table.getItems())
                    .extracting(ResultRow::state)
                    .containsExactlyInAnyOrder(ResultRow.State.FAILED, ResultRow.State.DONE);
            window.screenshot("bench-worker-died-light");
        }
    }

    /** The children of this program that are Java are workers; their whole command line is too long to be told. */
    private static void killAWorker() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow()
                .destroyForcibly();
    }

    private static void open(Window window, List<Path> files) {
        Window.onScreen(() -> {
            window.open(files);
            return true;
        });
    }
}
