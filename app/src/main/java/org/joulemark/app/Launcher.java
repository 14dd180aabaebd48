package org.joulemark.app;

import org.joulemark.app.cli.Main;

/** Where the program starts. */
public final class Launcher {
    private Launcher() {}

    /** Runs the command line and ends with its exit code. */
    public static void main(String[] args) {
        System.exit(Main.run(args));
    }
}
