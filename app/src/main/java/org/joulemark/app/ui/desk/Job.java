package org.joulemark.app.ui.desk;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the status bar tells: the long work that goes on, and what the sensors are; used on the screen's thread. */
public final class Job {
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final StringProperty stage = new SimpleStringProperty("");
    private final StringProperty timeLeft = new SimpleStringProperty("");
    private final DoubleProperty fraction = new SimpleDoubleProperty();
    private final StringProperty sensors = new SimpleStringProperty("");

    /** Whether a measurement runs. */
    public BooleanProperty runningProperty() {
        return running;
    }

    /** What is going on, in words. */
    public StringProperty stageProperty() {
        return stage;
    }

    /** Expected time left, in words. */
    public StringProperty timeLeftProperty() {
        return timeLeft;
    }

    /** Work done, from 0 to 1. */
    public DoubleProperty fractionProperty() {
        return fraction;
    }

    /** What power sensors there are, in words. */
    public StringProperty sensorsProperty() {
        return sensors;
    }
}
