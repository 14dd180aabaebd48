package org.joulemark.app.ui.shell;

import javafx.application.Application;
import javafx.stage.Stage;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.BackgroundTasks;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.model.UserError;

/** The desktop: opens the window over the user's data folder. */
public final class Desktop extends Application {
    private final BackgroundTasks tasks = new BackgroundTasks();

    /** Opens the window and returns when it is closed. @throws UserError if this machine can show none */
    public static void open() throws UserError {
        try {
            launch(Desktop.class);
        } catch (UnsupportedOperationException e) {
            throw new UserError(
                    UserError.Kind.USAGE,
                    "no window can be opened here (" + e.getMessage()
                            + "); joulemark --help lists what the command line does",
                    e);
        }
    }

    @Override
    public void start(Stage stage) {
        Workbench workbench = new Workbench();
        Desk desk = new Desk(workbench, tasks, new Preferences(workbench.dataFolder()));
        desk.connect(new StageOutside(stage, getHostServices(), desk.texts(Desktop.class)));
        new MainWindow(stage, desk).show();
    }

    @Override
    public void stop() {
        tasks.close();
    }
}
