package org.joulemark.app.ui.desk;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What can be taken back, newest first; used on the screen's thread. Nothing recorded in the history is ever undone. */
public final class Undo {
    private static final int MOST = 50;

    private record Step(String words, Runnable back) {}

    private final Deque<Step> steps = new ArrayDeque<>();
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");

    /** Remembers something done, for example "Remove digits-v3", and how to take it back. */
    public void done(String words, Runnable back) {
        steps.push(new Step(words, back));
        if (steps.size() > MOST) {
            steps.removeLast();
        }
        tellNext();
    }

    /** Takes the newest step back, if there is one. */
    public void undo() {
        if (!steps.isEmpty()) {
            steps.pop().back().run();
            tellNext();
        }
    }

    /** What would be taken back; empty if there is nothing. */
    public ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }

    private void tellNext() {
        next.set(steps.isEmpty() ? "" : steps.peek().words());
    }
}
