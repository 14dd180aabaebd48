package org.joulemark.app.ui.bench;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.desk.Job;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;

/** Puts the parts of the bench together and binds what concerns all of them: run, cancel, queue, progress. */
final class BenchController {
    private final BenchViewModel bench;
    private final BenchParts parts;
    private final Texts texts;

    @FXML
    private StackPane devices;

    @FXML
    private StackPane models;

    @FXML
    private StackPane plan;

    @FXML
    private StackPane timeline;

    @FXML
    private StackPane results;

    @FXML
    private Label problem;

    @FXML
    private Button run;

    @FXML
    private Button cancel;

    @FXML
    private VBox queue;

    @FXML
    private Label stage;

    @FXML
    private Label timeLeft;

    @FXML
    private ProgressBar progress;

    BenchController(BenchViewModel bench, BenchParts parts, Texts texts) {
        this.bench = bench;
        this.parts = parts;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        put(devices, parts.devices());
        put(models, parts.models());
        put(plan, parts.plan());
        put(timeline, parts.timeline());
        put(results, parts.results());
        problem.textProperty().bind(bench.problemProperty());
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        Job job = bench.desk().job();
        run.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.format(
                                job.runningProperty().get() ? "run.again" : "run.button",
                                bench.rowsToRun().get()),
                        bench.rowsToRun(),
                        job.runningProperty()));
        run.disableProperty().bind(bench.rowsToRun().isEqualTo(0));
        cancel.disableProperty()
                .bind(job.runningProperty().not().or(bench.live().cancellingProperty()));
        stage.textProperty()
                .bind(Bindings.when(job.runningProperty())
                        .then(job.stageProperty())
                        .otherwise(texts.get("run.idle")));
        timeLeft.textProperty()
                .bind(job.timeLeftProperty().map(left -> left.isEmpty() ? "" : texts.format("run.left", left)));
        progress.progressProperty().bind(job.fractionProperty());
        progress.visibleProperty().bind(job.runningProperty());
        bench.queue().waiting().addListener((ListChangeListener<QueuedRun>) _ -> showQueue());
    }

    private static void put(StackPane slot, Parent part) {
        slot.getChildren().setAll(part);
    }

    private void showQueue() {
        queue.getChildren()
                .setAll(bench.queue().waiting().stream().map(this::waiting).toList());
    }

    private Node waiting(QueuedRun one) {
        Label words = new Label(texts.format("queue.waiting", one.words()));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button remove = new Button("", new Icon("close"));
        remove.getStyleClass().addAll("flat", "small");
        remove.setAccessibleText(texts.get("queue.remove"));
        remove.setOnAction(_ -> bench.queue().remove(one, texts.get("queue.removed")));
        return new HBox(6, words, remove);
    }

    @FXML
    private void run() {
        bench.run();
    }

    @FXML
    private void cancel() {
        bench.cancel();
    }
}
