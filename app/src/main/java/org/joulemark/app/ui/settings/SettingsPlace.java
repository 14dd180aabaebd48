package org.joulemark.app.ui.settings;

import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.ViewLoader;

/** The place Settings, put together. */
public final class SettingsPlace implements PlaceView {
    private final Parent view;

    /** Makes the place. */
    public SettingsPlace(Desk desk) {
        this.view = ViewLoader.load(new SettingsController(), desk.texts(SettingsPlace.class));
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
