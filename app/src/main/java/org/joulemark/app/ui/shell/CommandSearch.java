package org.joulemark.app.ui.shell;

import java.util.List;
import java.util.Locale;
import org.joulemark.app.ui.fx.Command;

/** Finds commands by what they are called. */
final class CommandSearch {
    private CommandSearch() {}

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
