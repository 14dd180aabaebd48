package org.joulemark.app.ui.bench;

import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.DeviceId;

/** One device with what it draws now; a missing value says why and is never zero. */
final class DeviceRow {
    private final DeviceId device;
    private final String name;
    private final String quality;
    private final String trouble;
    private final String remedy;
    private final ReadOnlyStringWrapper watts = new ReadOnlyStringWrapper("–");
    private final ReadOnlyStringWrapper celsius = new ReadOnlyStringWrapper("–");

    /**
     * A device.
     *
     * @param quality which sensors count and what they are worth, in words; empty without any
     * @param trouble why nothing can be read; empty if something can
     * @param remedy how to unlock it; possibly empty
     */
    DeviceRow(DeviceId device, String name, String quality, String trouble, String remedy) {
        this.device = device;
        this.name = name;
        this.quality = quality;
        this.trouble = trouble;
        this.remedy = remedy;
    }

    DeviceId device() {
        return device;
    }

    String name() {
        return name;
    }

    String quality() {
        return quality;
    }

    String trouble() {
        return trouble;
    }

    String remedy() {
        return remedy;
    }

    /** Power now, for example "12.3 W", or a dash. */
    ReadOnlyStringProperty wattsProperty() {
        return watts.getReadOnlyProperty();
    }

    /** Temperature now, for example "54 °C", or a dash. */
    ReadOnlyStringProperty celsiusProperty() {
        return celsius.getReadOnlyProperty();
    }

    void show(OptionalDouble wattsNow, OptionalDouble celsiusNow, Texts texts) {
        watts.set(wattsNow.isPresent() ? texts.fixed(wattsNow.getAsDouble(), 1) + " W" : "–");
        celsius.set(celsiusNow.isPresent() ? texts.fixed(celsiusNow.getAsDouble(), 0) + " °C" : "–");
    }
}
