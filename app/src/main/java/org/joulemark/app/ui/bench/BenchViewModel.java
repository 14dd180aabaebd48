package org.joulemark.app.ui.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.plot.TimelineModel;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.UserError;

/** The place Bench: models, what to do with them, and what comes of it. */
final class BenchViewModel {
    private final Desk desk;
    private final Texts texts;
    private final ModelsModel models;
    private final PlanForm form;
    private final ResultsModel results;
    private final DevicesModel devices;
    private final RunQueue queue;
    private final LiveRun live;
    private final IntegerBinding rowsToRun;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty empty = new SimpleBooleanProperty(true);

    BenchViewModel(Desk desk, TimelineModel timeline) {
        this.desk = desk;
        this.texts = desk.texts(BenchViewModel.class);
        this.models = new ModelsModel(desk, texts);
        this.form = new PlanForm(desk, texts);
        this.results = new ResultsModel(texts);
        this.devices = new DevicesModel(desk.words(), texts);
        this.live = new LiveRun(desk, texts, results, devices, timeline);
        this.queue = new RunQueue(desk, live);
        this.rowsToRun = Bindings.createIntegerBinding(() -> models.chosen().size(), models.rows());
        empty.bind(Bindings.isEmpty(models.rows()).and(Bindings.isEmpty(results.rows())));
        desk.tasks().run(desk.workbench()::machine, this::machine, desk.notices()::fail);
    }

    private void machine(MachineFingerprint machine) {
        form.machine(machine);
        form.refresh();
        live.watch(machine);
    }

    /** What the place shares with the others. */
    Desk desk() {
        return desk;
    }

    ModelsModel models() {
        return models;
    }

    PlanForm form() {
        return form;
    }

    ResultsModel results() {
        return results;
    }

    DevicesModel devices() {
        return devices;
    }

    RunQueue queue() {
        return queue;
    }

    LiveRun live() {
        return live;
    }

    /** How many models take part in the next run. */
    IntegerBinding rowsToRun() {
        return rowsToRun;
    }

    /** Why the last wish to run could not be fulfilled; empty if it could. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether there is nothing on the bench yet. */
    BooleanProperty emptyProperty() {
        return empty;
    }

    /** Takes dropped or opened files: models, folders of models, or an evaluation set. */
    void open(List<Path> files) {
        List<Path> others = new ArrayList<>();
        for (Path file : files) {
            if (ModelsModel.namedData(file)) {
                form.dataProperty().set(file.toAbsolutePath());
            } else {
                others.add(file);
            }
        }
        models.add(others);
    }

    /** Puts the form into the queue as one run. */
    void run() {
        problem.set("");
        List<ModelRow> chosen = models.chosen();
        if (chosen.isEmpty()) {
            problem.set(texts.get("run.no-models"));
            return;
        }
        try {
            begin(form.plan(chosen));
        } catch (UserError e) {
            problem.set(desk.words().problem(e));
        }
    }

    /** Puts a plan into the queue, unless the site that was asked for is not known: it must not run without one. */
    private void begin(BenchPlan plan) {
        problem.set("");
        form.knownSite(
                site -> queue.add(plan, site, words(plan)),
                e -> problem.set(desk.words().problem(e)));
    }

    private String words(BenchPlan plan) {
        return texts.format(
                "run.words",
                plan.models().size(),
                plan.configurations().size(),
                plan.settings().name());
    }

    /** Puts the bundled family on the bench and measures it: the first full result in about a minute. */
    void runBundledFamily() {
        Path folder = desk.workbench().dataFolder().resolve("samples");
        desk.tasks()
                .run(
                        () -> BundledFamily.plan(folder, desk.workbench().machine()),
                        this::runFamily,
                        desk.notices()::fail);
    }

    private void runFamily(BenchPlan plan) {
        models.add(plan.models().stream()
                .map(model -> Path.of(model.path()))
                .filter(path -> models.rows().stream()
                        .noneMatch(
                                row -> row.path().equals(path.toAbsolutePath().normalize())))
                .toList());
        String data = plan.dataPath();
        form.dataProperty().set(data == null ? null : Path.of(data));
        form.presetProperty().set(plan.settings().name());
        form.threadsProperty().set("1");
        begin(plan);
    }

    /** Stops the run that goes on. */
    void cancel() {
        live.cancelling();
        queue.cancel();
    }

    /** Goes to Compare with the versions of the last run. */
    void compare() {
        var run = results.runProperty().get();
        if (run != null) {
            desk.navigation().compare(List.of(run.id().value()));
        }
    }

    /** Goes to Reports with the versions of the last run. */
    void report() {
        var run = results.runProperty().get();
        if (run != null) {
            desk.navigation().report(List.of(run.id().value()));
        }
    }

    /** Ends everything; a run that goes on is cancelled and recorded as such. */
    void close() {
        queue.cancel();
        live.close();
    }
}
