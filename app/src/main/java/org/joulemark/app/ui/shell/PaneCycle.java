package org.joulemark.app.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;

/** Moves the focus from one framed part of the window to the next. */
final class PaneCycle {
    private PaneCycle() {}

    /** Focuses the first control of the part after the one that has the focus. */
    static void next(Parent window) {
        List<Node> stops = new ArrayList<>();
        collect(window, stops);
        if (stops.isEmpty()) {
            return;
        }
        Node owner = window.getScene().getFocusOwner();
        int current = -1;
        for (int i = 0; i < stops.size(); i++) {
            if (within(owner, pane(stops.get(i)))) {
                current = i;
            }
        }
        stops.get((current + 1) % stops.size()).requestFocus();
    }

    private static void collect(Parent parent, List<Node> stops) {
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (!child.isVisible() || !(child instanceof Parent part)) {
                continue;
            }
            if (part.getStyleClass().contains("card") || part.getStyleClass().contains("side-bar")) {
                Node first = firstControl(part);
                if (first != null) {
                    stops.add(first);
                }
            } else {
                collect(part, stops);
            }
        }
    }

    private static @Nullable Node firstControl(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstControl(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Node pane(Node stop) {
        Node node = stop;
        while (node != null
                && !node.getStyleClass().contains("card")
                && !node.getStyleClass().contains("side-bar")) {
            node = node.getParent();
        }
        return node;
    }

    private static boolean within(@Nullable Node node, @Nullable Node pane) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one.equals(pane)) {
                return true;
            }
        }
        return false;
    }
}
