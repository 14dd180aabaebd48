package org.joulemark.app.ui.reports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joulemark.app.ui.desk.Outside;
import org.jspecify.annotations.Nullable;

/** Answers for a person who saves everything in one folder. */
final class Answers implements Outside {
    private final Path folder;
    final List<String> asked = new ArrayList<>();
    final List<String> copied = new ArrayList<>();
    final List<Path> shown = new ArrayList<>();

    @Nullable
    Path last;

    boolean agrees = true;
    boolean cancels;

    Answers(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Path> save(String title, Path suggested) {
        asked.add(title);
        last = suggested;
        return cancels ? Optional.empty() : Optional.of(folder.resolve(suggested.getFileName()));
    }

    @Override
    public boolean agreed(String title, String text, String yes) {
        asked.add(title);
        return agrees;
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public boolean canShow() {
        return true;
    }

    @Override
    public void show(Path path) {
        shown.add(path);
    }
}
