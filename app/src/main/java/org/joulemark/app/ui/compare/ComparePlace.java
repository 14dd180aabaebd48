package org.joulemark.app.ui.compare;

import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;
import org.joulemark.app.ui.plot.PlotServices;

/** The place Compare, put together. */
public final class ComparePlace implements PlaceView {
    private final CompareViewModel model;
    private final CompareController controller;
    private final Parent view;
    private final List<Command> commands;

    /** Makes the place; {@code services} is what its charts need. */
    public ComparePlace(Desk desk, PlotServices services) {
        Texts texts = desk.texts(ComparePlace.class);
        this.model = new CompareViewModel(desk);
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
    }
}
