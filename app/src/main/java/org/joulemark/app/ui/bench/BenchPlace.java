package org.joulemark.app.ui.bench;

import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.ViewLoader;

/** The place Bench, put together. */
public final class BenchPlace implements PlaceView {
    private final Parent view;

    /** Makes the place. */
    public BenchPlace(Desk desk) {
        this.view = ViewLoader.load(new BenchController(), desk.texts(BenchPlace.class));
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
