package org.joulemark.app.ui;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.BackgroundTasks;
import org.joulemark.app.ui.shell.MainWindow;
import org.joulemark.app.workbench.Workbench;

/** A program of its own: opens an empty window or ours, and tells when its first frame was drawn. */
public final class FirstFrame {
    private FirstFrame() {}

    /** One argument: {@code empty} or {@code ours}. */
    public static void main(String[] args) {
        Application.launch(Opened.class, args);
    }

    /** The window; apart from the main class, which must not be an application on the class path. */
    public static final class Opened extends Application {
        /** Made by the toolkit. */
        public Opened() {}

        @Override
        public void start(Stage stage) throws Exception {
            if (getParameters().getRaw().getFirst().equals("ours")) {
                Path folder = Files.createTempDirectory("joulemark-bench");
                Desk desk = new Desk(new Workbench(folder), new BackgroundTasks(), new Preferences(folder));
                new MainWindow(stage, desk).show();
            } else {
                stage.setScene(new Scene(new StackPane(), 1440, 900));
                stage.show();
            }
            stage.getScene().addPostLayoutPulseListener(() -> {
                // The listener runs before the frame is painted; the next turn of the loop comes after.
                Platform.runLater(this::tell);
            });
            Platform.requestNextPulse();
        }

        private void tell() {
            long wall = ManagementFactory.getRuntimeMXBean().getUptime();
            long cpu = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                            .getProcessCpuTime()
                    / 1_000_000;
            System.out.println("first frame " + wall + " " + cpu);
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }
}
