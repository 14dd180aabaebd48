package org.joulemark.app.ui.reports;

import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;

/** The place Reports, put together. */
public final class ReportsPlace implements PlaceView {
    private final ReportsViewModel model;
    private final Parent view;
    private final List<Command> commands;

    /** Makes the place. */
    public ReportsPlace(Desk desk) {
        Texts texts = desk.texts(ReportsPlace.class);
        this.model = new ReportsViewModel(desk);
        this.view = ViewLoader.load(new ReportsController(model, desk), texts);
        this.commands = List.of(
                new Command(texts.get("command.label"), "Shortcut+E", "label", model::exportLabel, model.ready()),
                new Command(
                        texts.get("command.workbook"),
                        "Shortcut+Shift+E",
                        "workbook",
                        model::exportWorkbook,
                        model.ready()),
                new Command(texts.get("command.refresh"), "F5", "search", model::refresh));
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
        model.shown();
    }
}
