package org.joulemark.app.ui;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.joulemark.app.Launcher;
import org.joulemark.app.workbench.BundledFamily;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.LatencySummary;
import org.joulemark.engine.model.Run;

/** A program of its own: measures one model by the command line or in the window, and tells its p50. */
public final class OneRun {
    private OneRun() {}

    /** Two arguments: {@code line} or {@code window}, and a data folder. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        Path model = BundledFamily.unpack("digits-v1-baseline.onnx", folder.resolve("models"));
        if (args[0].equals("window")) {
            inWindow(folder, model);
        } else {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> tell(folder)));
            Launcher.main(new String[] {"run", model.toString(), "--preset", "demo", "--threads", "1"});
        }
        tell(folder);
        Runtime.getRuntime().halt(0);
    }

    private static void inWindow(Path folder, Path model) throws Exception {
        Window window = new Window(folder, 1440, 900);
        Window.onScreen(() -> {
            window.open(List.of(model));
            window.<ChoiceBox<String>>find("#preset").setValue("demo");
            window.<TextField>find("#threads").setText("1");
            return true;
        });
        window.await(
                "the model is tried",
                60,
                () -> Window.textOf(window.find(".models .list-view")).contains("runs on the CPU"));
        window.robot().press(KeyCode.F5).release(KeyCode.F5);
        window.await(
                "the run ends",
                120,
                () -> window.desk().navigation().lastRunProperty().get() != null);
    }

    private static void tell(Path folder) {
        try (History history = new Workbench(folder).history(Access.READ_ONLY)) {
            Run run = history.run("last");
            LatencySummary latency = run.versions().getFirst().latency();
            System.out.println("p50 " + (latency == null ? Double.NaN : latency.p50Nanos()) + " "
                    + run.evidence().observer().hostCpuSeconds()
                            / (run.evidence().observer().trialNanos() / 1e9));
            System.out.flush();
        } catch (Exception e) {
            System.out.println("p50 NaN NaN");
        }
    }
}
