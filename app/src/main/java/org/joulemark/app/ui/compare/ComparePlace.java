package org.joulemark.app.ui.compare;

import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.ViewLoader;

/** The place Compare, put together. */
public final class ComparePlace implements PlaceView {
    private final Parent view;

    /** Makes the place. */
    public ComparePlace(Desk desk) {
        this.view = ViewLoader.load(new CompareController(), desk.texts(ComparePlace.class));
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
