package org.joulemark.app.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.SensorInfo;
import org.joulemark.engine.power.SensorStatus;

/** The devices of the machine with what their sensors say now. */
final class DevicesModel {
    private final Words words;
    private final Texts texts;
    private final ObservableList<DeviceRow> rows = FXCollections.observableArrayList();

    DevicesModel(Words words, Texts texts) {
        this.words = words;
        this.texts = texts;
    }

    ObservableList<DeviceRow> rows() {
        return rows;
    }

    /** Makes the rows anew from what was found. */
    void found(MachineFingerprint machine, List<SensorStatus> statuses) {
        List<DeviceRow> all = new ArrayList<>();
        all.add(row(DeviceId.CPU, machine.cpuName(), statuses));
        machine.gpus().forEach(gpu -> all.add(row(gpu.device(), gpu.name(), statuses)));
        rows.setAll(all);
    }

    /** Shows what is drawn now; a device that is not in a map has no value. */
    void show(Map<DeviceId, Double> watts, Map<DeviceId, Double> celsius) {
        rows.forEach(row -> row.show(of(watts, row.device()), of(celsius, row.device()), texts));
    }

    private static OptionalDouble of(Map<DeviceId, Double> values, DeviceId device) {
        Double value = values.get(device);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private DeviceRow row(DeviceId device, String name, List<SensorStatus> statuses) {
        List<SensorInfo> counted = statuses.stream()
                .map(SensorStatus::info)
                .filter(info -> info != null && info.device().equals(device) && info.counted())
                .toList();
        // Better sensors that are there but locked are worth a word even where an estimate stands in.
        List<SensorStatus> locked = statuses.stream()
                .filter(status -> status.info() == null && !status.remedy().isEmpty())
                .filter(status -> status.source().measures(device.kind()))
                .toList();
        String why = locked.stream()
                .map(status -> status.name() + ": " + status.why())
                .collect(Collectors.joining("; "));
        String remedy = locked.stream()
                .map(SensorStatus::remedy)
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n"));
        String quality = counted.stream().map(this::quality).collect(Collectors.joining(", "));
        String trouble = counted.isEmpty() ? (why.isEmpty() ? texts.get("devices.no-sensor") : why) : "";
        return new DeviceRow(device, name, quality, trouble.isEmpty() ? why : trouble, remedy);
    }

    private String quality(SensorInfo sensor) {
        return sensor.name() + ": " + words.provenance(sensor.provenance());
    }
}
