package org.joulemark.app.ui.fx;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;

/**
 * Something a person can do from menu, keyboard and command palette.
 *
 * @param title what it is called
 * @param shortcut keys as {@link javafx.scene.input.KeyCombination} reads them, for example {@code Shortcut+O}; empty
 *     for none
 * @param icon name of its drawing; empty for none
 * @param action what it does, on the screen's thread
 * @param enabled whether it can be done now
 */
public record Command(String title, String shortcut, String icon, Runnable action, ObservableBooleanValue enabled) {
    /** Something that can always be done. */
    public Command(String title, String shortcut, String icon, Runnable action) {
        this(title, shortcut, icon, action, new ReadOnlyBooleanWrapper(true));
    }
}
