package org.joulemark.app.ui.reports;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Contender;

/** A version that may be in a report. */
public final class VersionChoice {
    private final Contender contender;
    private final BooleanProperty included = new SimpleBooleanProperty(true);

    VersionChoice(Contender contender) {
        this.contender = contender;
    }

    /** The version as measured. */
    public Contender contender() {
        return contender;
    }

    /** Its name in the words of the command line. */
    public String key() {
        return key(contender);
    }

    /** What {@link #key()} of a choice of {@code contender} would be. */
    static String key(Contender contender) {
        return Selection.text(contender);
    }

    /** Whether it is in the workbook. */
    public BooleanProperty includedProperty() {
        return included;
    }

    @Override
    public String toString() {
        return contender.label() + " · " + contender.run().id();
    }
}
