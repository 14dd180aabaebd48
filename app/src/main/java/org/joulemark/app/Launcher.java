package org.joulemark.app;

import java.util.Arrays;
import org.joulemark.app.cli.Main;
import org.joulemark.app.ui.shell.Desktop;
import org.joulemark.app.workbench.NativeLibraries;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.model.UserError;

/** Where the program starts: without arguments (or with {@code desktop}) the desktop, with a verb the command line. */
public final class Launcher {
    private Launcher() {}

    /** Opens the door asked for and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(args.length == 0 || args[0].equals("desktop") ? desktop(args) : Main.run(args));
    }

    private static int desktop(String... args) {
        try {
            NativeLibraries.requireForWindow(new Workbench().cacheFolder());
            Desktop.open(Arrays.asList(args).subList(Math.min(1, args.length), args.length));
            return 0;
        } catch (UserError | RuntimeException e) {
            return Main.complain(e, args);
        }
    }
}
