package org.joulemark.app.ui.bench;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.joulemark.engine.model.ModelFacts;
import org.jspecify.annotations.Nullable;

/** One model on the bench: what it is, whether it runs here, and whether it takes part. */
final class ModelRow {
    /** What is known of a model. */
    enum State {
        /** Its file is being read. */
        READING,
        /** A worker tries to run it once. */
        TRYING,
        /** It runs. */
        READY,
        /** It was not tried, because that alone would take long. */
        UNTRIED,
        /** It cannot be measured; the reason says why. */
        REFUSED
    }

    private final Path path;
    private final StringProperty name;
    private final BooleanProperty chosen = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.READING);
    private final StringProperty signature = new SimpleStringProperty("");
    private final StringProperty cost = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private @Nullable ModelFacts facts;

    ModelRow(Path path) {
        this.path = path;
        this.name = new SimpleStringProperty(String.valueOf(path.getFileName()).replaceFirst("\\.onnx$", ""));
    }

    Path path() {
        return path;
    }

    /** Name of the version; the user may change it. */
    StringProperty nameProperty() {
        return name;
    }

    /** Whether it takes part in the next run. */
    BooleanProperty chosenProperty() {
        return chosen;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What goes in and what comes out. */
    StringProperty signatureProperty() {
        return signature;
    }

    /** Format, size and cost. */
    StringProperty costProperty() {
        return cost;
    }

    /** Why it cannot be measured, or what was found out by trying. */
    StringProperty reasonProperty() {
        return reason;
    }

    @Nullable
    ModelFacts facts() {
        return facts;
    }

    boolean takesPart() {
        return chosen.get() && state.get() != State.REFUSED;
    }

    void read(ModelFacts now, String inAndOut, String itsCost) {
        facts = now;
        signature.set(inAndOut);
        cost.set(itsCost);
        state.set(State.TRYING);
    }

    void tried(State outcome, String why) {
        reason.set(why);
        state.set(outcome);
    }

    void refuse(String why) {
        reason.set(why);
        chosen.set(false);
        state.set(State.REFUSED);
    }
}
