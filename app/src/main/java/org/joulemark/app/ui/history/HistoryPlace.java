package org.joulemark.app.ui.history;

import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.ViewLoader;

/** The place History, put together. */
public final class HistoryPlace implements PlaceView {
    private final Parent view;

    /** Makes the place. */
    public HistoryPlace(Desk desk) {
        this.view = ViewLoader.load(new HistoryController(), desk.texts(HistoryPlace.class));
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
