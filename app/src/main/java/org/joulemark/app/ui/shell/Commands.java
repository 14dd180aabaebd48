package org.joulemark.app.ui.shell;

import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.fx.Command;

/**
 * Commands of the window by menu.
 *
 * @param file of the file menu
 * @param edit of the edit menu
 * @param view of the view menu
 * @param help of the help menu
 */
record Commands(List<Command> file, List<Command> edit, List<Command> view, List<Command> help) {
    /** Those whose title holds all words of {@code text}, whatever the case. */
    static List<Command> matching(List<Command> all, String text) {
        String[] words = text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
        return all.stream()
                .filter(command -> {
                    String title = command.title().toLowerCase(Locale.ROOT);
                    for (String word : words) {
                        if (!title.contains(word)) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }
}
