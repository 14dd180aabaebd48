package org.joulemark.app.ui.history;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.plot.PlotServices;
import org.joulemark.engine.model.UserError;

/** The place History, put together. */
public final class HistoryPlace implements PlaceView {
    private final Desk desk;
    private final HistoryViewModel model;
    private final HistoryController controller;
    private final Parent view;

    /** Makes the place. */
    public HistoryPlace(Desk desk, PlotServices plots) {
        this.desk = desk;
        this.model = new HistoryViewModel(desk);
        this.controller = new HistoryController(desk, model, plots);
        this.view = ViewLoader.load(controller, desk.texts(HistoryPlace.class));
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return controller.commands();
    }

    @Override
    public void shown() {
        model.refresh();
    }

    /** A single file that is no model, or a folder with a history, is opened to be audited. */
    @Override
    public boolean open(List<Path> files) {
        if (files.size() != 1 || !HistoryViewModel.mayBeHistory(files.getFirst())) {
            return false;
        }
        model.audit(files.getFirst());
        return true;
    }

    @Override
    public void closed() {
        try {
            model.close();
        } catch (UserError e) {
            // Only reading was open: nothing is lost, and the window is closing.
            desk.notices().fail(desk.words().problem(e));
        }
    }
}
