package org.joulemark.app.ui.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What lies outside the window: files and folders the user picks, questions, clipboard, file manager. */
public interface Outside {
    /** Nobody there: nothing is picked, nothing agreed to. */
    Outside NOBODY = new Outside() {};

    /**
     * Asks where to write.
     *
     * @param title what for
     * @param suggested folder and name to begin with
     * @return the file chosen, with the extension of {@code suggested}, whose replacement the user has agreed to if it
     *     is there; empty if the user thought better of it
     */
    default Optional<Path> save(String title, Path suggested) {
        return Optional.empty();
    }

    /**
     * Asks for files to read.
     *
     * @param title what for
     * @param kind what such files are called
     * @param patterns names they have, for example {@code *.onnx}
     * @return those chosen; empty if the user thought better of it
     */
    default List<Path> open(String title, String kind, List<String> patterns) {
        return List.of();
    }

    /**
     * Asks for a folder.
     *
     * @param title what for
     * @param start folder to begin in; null for wherever
     */
    default Optional<Path> folder(String title, @Nullable Path start) {
        return Optional.empty();
    }

    /**
     * Asks before doing something.
     *
     * @param title the question
     * @param text what will happen
     * @param yes word of the button that does it
     */
    default boolean agreed(String title, String text, String yes) {
        return false;
    }

    /** Puts {@code text} on the clipboard. */
    default void copy(String text) {}

    /** Whether {@link #show} can do anything here. */
    default boolean canShow() {
        return false;
    }

    /** Opens a file or folder in the program the system has for it. */
    default void show(Path path) {}
}
