package org.joulemark.app.ui.fx;

import java.util.List;
import javafx.scene.Parent;

/** One place of the window as the shell sees it. */
public interface PlaceView {
    /** What it shows; always the same node. */
    Parent view();

    /** What can be done here, for menu and command palette. */
    List<Command> commands();

    /** The user came here. */
    default void shown() {}

    /** Files were dropped on the window or opened from its menu while here; false if this place has no use for them. */
    default boolean open(List<java.nio.file.Path> files) {
        return false;
    }

    /** The window closes: ends what goes on. */
    default void closed() {}
}
