package org.joulemark.app.ui.compare;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.app.ui.plot.SystemClip;

/** The place Compare, put together. */
public final class ComparePlace implements PlaceView {
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("compare-painter").factory());
    private final CompareViewModel model;
    private final CompareController controller;
    private final Parent view;
    private final List<Command> commands;

    /** Makes the place. */
    public ComparePlace(Desk desk) {
        Texts texts = desk.texts(ComparePlace.class);
        this.model = new CompareViewModel(desk);
        PlotServices services = new PlotServices(
                desk.texts(PlotServices.class).bundle(), desk.tasks()::onScreen, painter, new SystemClip());
        this.controller = new CompareController(model, desk, services, texts);
        this.view = ViewLoader.load(controller, texts);
        this.commands = controller.commands();
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public void shown() {
        model.refresh();
    }

    @Override
    public void closed() {
        controller.remember();
        painter.shutdownNow();
    }
}
