package org.joulemark.app.ui.bench;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.plot.ChartPanel;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.TimelineModel;
import org.joulemark.app.ui.plot.TimelinePlot;

/** The place Bench, put together. */
public final class BenchPlace implements PlaceView {
    /** Redraws a second while nothing is timed, and while a trial runs. */
    private static final double REDRAWS = 4;

    private static final double REDRAWS_WHILE_MEASURING = 2;

    private final BenchViewModel bench;
    private final ModelsController models;
    private final PlanController plan;
    private final Texts texts;
    private final Parent view;

    /** Makes the place. */
    public BenchPlace(Desk desk, PlotServices plots) {
        this.texts = desk.texts(BenchPlace.class);
        this.bench = new BenchViewModel(desk, new TimelineModel());
        this.models = new ModelsController(bench, texts);
        this.plan = new PlanController(bench.form(), texts);
        TimelinePlot timeline = new TimelinePlot(bench.live().timeline(), plots);
        desk.job()
                .runningProperty()
                .subscribe(running -> timeline.setRedrawsPerSecond(running ? REDRAWS_WHILE_MEASURING : REDRAWS));
        BenchParts parts = new BenchParts(
                ViewLoader.load(new DevicesController(bench.devices(), texts), texts),
                ViewLoader.load(models, texts),
                ViewLoader.load(plan, texts),
                new ChartPanel<>(texts.get("timeline.title"), timeline, plots),
                ViewLoader.load(new ResultsController(bench, texts), texts));
        this.view = ViewLoader.load(new BenchController(bench, parts, texts), texts);
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        var running = bench.desk().job().runningProperty();
        var over = Bindings.isNotNull(bench.results().runProperty());
        return List.of(
                new Command(
                        texts.get("command.run"),
                        "F5",
                        "run",
                        bench::run,
                        bench.rowsToRun().greaterThan(0)),
                new Command(texts.get("command.cancel"), "Shortcut+Period", "stop", bench::cancel, running),
                new Command(texts.get("command.family"), "", "play", bench::runBundledFamily),
                new Command(texts.get("command.add"), "", "add", models::add),
                new Command(texts.get("command.remove"), "", "remove", models::remove),
                new Command(texts.get("command.baseline"), "Shortcut+B", "baseline", models::makeBaseline),
                new Command(texts.get("command.data"), "Shortcut+D", "dataset", plan::chooseData),
                new Command(texts.get("command.compare"), "", "compare", bench::compare, over),
                new Command(texts.get("command.report"), "", "reports", bench::report, over));
    }

    @Override
    public void shown() {
        bench.form().refresh();
    }

    @Override
    public boolean open(List<Path> files) {
        bench.open(files);
        return true;
    }

    @Override
    public void closed() {
        bench.close();
    }
}
