package org.joulemark.app.ui;

/**
 * Where windows are measured: on the display if there is one, else on the toolkit's headless platform, which copies every
 * pixel of a frame by itself and so makes frames look dearer than they are.
 */
final class DisplayOption {
    private DisplayOption() {}

    /** The option for a program that opens a window. */
    static String text() {
        return System.getenv("DISPLAY") == null ? "-Dglass.platform=Headless" : "-Djoulemark.display=yes";
    }
}
