package org.joulemark.app.ui.bench;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.fx.Icon;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.DeviceId;

/** Binds the list of devices. */
final class DevicesController {
    private final DevicesModel model;
    private final Texts texts;

    @FXML
    private VBox rows;

    DevicesController(DevicesModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        model.rows().addListener((ListChangeListener<DeviceRow>) _ -> show());
        show();
    }

    private void show() {
        rows.getChildren().setAll(model.rows().stream().map(this::view).collect(Collectors.toList()));
    }

    private Node view(DeviceRow row) {
        Label name = new Label(row.name());
        name.setTooltip(new Tooltip(row.name()));
        Label quality = new Label(row.quality().isEmpty() ? row.trouble() : row.quality());
        quality.getStyleClass().addAll("small-text", row.quality().isEmpty() ? "warn" : "quiet");
        quality.setTooltip(new Tooltip(explained(row)));
        VBox words = new VBox(name, quality);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox box = new HBox(new Icon(row.device().kind() == DeviceId.Kind.CPU ? "cpu" : "gpu"), words);
        box.getStyleClass().add("device-row");
        if (!row.remedy().isEmpty()) {
            Icon lock = new Icon("lock");
            Label locked = new Label("", lock);
            locked.setAccessibleText(texts.format("devices.unlock", row.remedy()));
            locked.setTooltip(new Tooltip(texts.format("devices.unlock", row.remedy())));
            box.getChildren().add(locked);
        }
        box.getChildren().add(values(row));
        return box;
    }

    private Node values(DeviceRow row) {
        Label watts = new Label();
        watts.getStyleClass().add("device-watts");
        watts.textProperty().bind(row.wattsProperty());
        watts.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.format("devices.watts", row.wattsProperty().get()), row.wattsProperty()));
        Label celsius = new Label();
        celsius.getStyleClass().addAll("small-text", "quiet");
        celsius.textProperty().bind(row.celsiusProperty());
        VBox values = new VBox(watts, celsius);
        values.getStyleClass().add("values");
        values.setMinWidth(VBox.USE_PREF_SIZE);
        return values;
    }

    private String explained(DeviceRow row) {
        String remedy = row.remedy().isEmpty() ? "" : "\n" + texts.format("devices.unlock", row.remedy());
        return (row.quality() + "\n" + row.trouble() + remedy).strip();
    }
}
