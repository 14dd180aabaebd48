package org.joulemark.app.ui.reports;

import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.ViewLoader;

/** The place Reports, put together. */
public final class ReportsPlace implements PlaceView {
    private final Parent view;

    /** Makes the place. */
    public ReportsPlace(Desk desk) {
        this.view = ViewLoader.load(new ReportsController(), desk.texts(ReportsPlace.class));
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return List.of();
    }
}
