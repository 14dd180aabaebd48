package org.joulemark.app.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.BackgroundTasks;
import org.joulemark.app.ui.plot.Picture;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.model.UserError;

/** The desktop: opens the window over the user's data folder. */
public final class Desktop extends Application {
    private static final String SCREENSHOT = "--screenshot=";

    /** What is painted in the background has settled by then. */
    private static final Duration SETTLED = Duration.seconds(3);

    private final BackgroundTasks tasks = new BackgroundTasks();

    /** Made by the toolkit. */
    public Desktop() {}

    /**
     * Opens the window and returns when it is closed.
     *
     * @param options {@code --screenshot=FILE.png} to write a picture of the window and end
     * @throws UserError if this machine can show no window, an option is unknown, or the picture cannot be written
     */
    public static void open(List<String> options) throws UserError {
        for (String option : options) {
            if (!option.startsWith(SCREENSHOT) || option.length() == SCREENSHOT.length()) {
                throw UserError.usage(
                        "unknown option '" + option + "' of the desktop; there is " + SCREENSHOT + "FILE.png");
            }
        }
        Path picture = options.isEmpty()
                ? null
                : Path.of(options.getLast().substring(SCREENSHOT.length())).toAbsolutePath();
        try {
            launch(Desktop.class, options.toArray(String[]::new));
        } catch (UnsupportedOperationException e) {
            throw new UserError(
                    UserError.Kind.USAGE,
                    "no window can be opened here (" + e.getMessage()
                            + "); joulemark --help lists what the command line does",
                    e);
        }
        if (picture != null && Files.notExists(picture)) {
            throw UserError.measurement("the picture could not be written to " + picture);
        }
    }

    @Override
    public void start(Stage stage) {
        Workbench workbench = new Workbench();
        Desk desk = new Desk(workbench, tasks, new Preferences(workbench.dataFolder()));
        desk.connect(new StageOutside(stage, getHostServices(), desk.texts(Desktop.class)));
        new MainWindow(stage, desk).show();
        String picture = getParameters().getNamed().get("screenshot");
        if (picture != null) {
            PauseTransition pause = new PauseTransition(SETTLED);
            pause.setOnFinished(_ -> shoot(stage, Path.of(picture)));
            pause.play();
        }
    }

    private void shoot(Stage stage, Path target) {
        var image = stage.getScene().snapshot(null);
        tasks.run(
                () -> {
                    Files.write(target, Picture.png(image));
                    return true;
                },
                _ -> Platform.exit(),
                _ -> Platform.exit());
    }

    @Override
    public void stop() {
        tasks.close();
    }
}
