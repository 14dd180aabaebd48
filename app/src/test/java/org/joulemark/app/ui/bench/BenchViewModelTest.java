package org.joulemark.app.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.ui.plot.TimeAxis;
import org.joulemark.app.ui.plot.TimelineModel;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.bench.BenchListener;
import org.joulemark.engine.bench.Stage;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.VersionKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bench without a toolkit: what may begin, and what is told of it while it goes on. */
class BenchViewModelTest {
    private static final String V4 = "digits-v4-pruned";
    private static final String V5 = "digits-v5-distilled";

    @TempDir
    private Path folder;

    private TimelineModel timeline;
    private BenchViewModel bench;
    private Desk desk;

    @BeforeEach
    void open() {
        Preferences preferences = new Preferences(folder);
        preferences.set("language", "en");
        desk = new Desk(
                new Workbench(folder, Path.of("target", "test-cache").toAbsolutePath()),
                new InlineTaskRunner(),
                preferences);
        timeline = new TimelineModel();
        bench = new BenchViewModel(desk, timeline);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
        desk.close();
    }

    private BenchPlan twoModels() throws Exception {
        bench.open(List.of(
                BundledFamily.unpack(V4 + ".onnx", folder.resolve("models")),
                BundledFamily.unpack(V5 + ".onnx", folder.resolve("models"))));
        return bench.form().plan(bench.models().chosen());
    }

    private BenchListener begun() throws Exception {
        return bench.live().begins(new QueuedRun(1, twoModels(), "", "two models"));
    }

    private VersionKey key(int row) {
        return bench.results().rows().get(row).key();
    }

    private Stage trial(int row, int trial) {
        return new Stage(Stage.Kind.TRIAL, key(row), "any name", DeviceId.CPU, trial, 3, System.nanoTime());
    }

    private List<ResultRow.State> states() {
        return bench.results().rows().stream().map(ResultRow::state).toList();
    }

    @Test
    void anUnknownSiteNeverBeginsARun() throws Exception {
        twoModels();
        bench.form().siteProperty().set("Atlantis");

        bench.run();

        assertThat(bench.problemProperty().get()).contains("Atlantis");
        assertThat(bench.results().rows()).as("nothing was begun").isEmpty();
        assertThat(folder.resolve(History.FILE_NAME)).doesNotExist();
    }

    @Test
    void theBundledFamilyDoesNotBeginWithAnUnknownSiteEither() {
        bench.form().siteProperty().set("Atlantis");

        bench.runBundledFamily();

        assertThat(bench.problemProperty().get()).contains("Atlantis");
        assertThat(folder.resolve(History.FILE_NAME)).doesNotExist();
    }

    @Test
    void aNewRunIsFollowedWhateverWasZoomedBefore() throws Exception {
        timeline.show(new TimeAxis(0, 2_000_000_000L));
        timeline.paused(true);

        begun();

        assertThat(timeline.follow()).isTrue();
        assertThat(timeline.paused()).isFalse();
        assertThat(timeline.window().spanNanos()).as("as wide as at first").isEqualTo(120_000_000_000L);
    }

    @Test
    void onlyTheVersionThatRunsIsMarked() throws Exception {
        BenchListener hearing = begun();
        hearing.stage(trial(0, 1), 0.1, 1);
        assertThat(states()).containsExactly(ResultRow.State.MEASURING, ResultRow.State.WAITING);

        bench.results().trialDone(key(0), 1, 3);
        hearing.stage(trial(1, 1), 0.2, 1);

        assertThat(states()).containsExactly(ResultRow.State.WAITING, ResultRow.State.MEASURING);
        assertThat(bench.results().rows().getFirst().words())
                .as("what is done stays told")
                .isEqualTo("1 of 3 trials");
    }

    @Test
    void whileNothingIsTimedNoVersionIsMarked() throws Exception {
        BenchListener hearing = begun();
        hearing.stage(trial(0, 3), 0.9, 1);
        bench.results().trialDone(key(0), 3, 3);
        hearing.stage(new Stage(Stage.Kind.IDLE_AFTER, null, "", null, 0, 0, System.nanoTime()), 0.95, 1);

        assertThat(states()).doesNotContain(ResultRow.State.MEASURING);
    }
}
