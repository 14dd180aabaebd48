package org.joulemark.app;

import org.joulemark.app.cli.Main;
import org.joulemark.app.ui.shell.Desktop;
import org.joulemark.engine.model.UserError;

/** Where the program starts: without arguments it opens the desktop, with a verb it is the command line. */
public final class Launcher {
    private Launcher() {}

    /** Opens the door asked for and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(args.length == 0 ? desktop() : Main.run(args));
    }

    private static int desktop() {
        try {
            Desktop.open();
            return 0;
        } catch (UserError e) {
            return Main.complain(e);
        }
    }
}
