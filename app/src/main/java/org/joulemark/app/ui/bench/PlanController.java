package org.joulemark.app.ui.bench;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.collections.SetChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.model.ExecutionProvider;
import org.joulemark.engine.model.ExecutionProviders;
import org.joulemark.engine.model.ProviderId;
import org.jspecify.annotations.Nullable;

/** Binds the form. */
final class PlanController {
    private final PlanForm form;
    private final Texts texts;

    @FXML
    private Button chooseData;

    @FXML
    private Button clearData;

    @FXML
    private ChoiceBox<String> device;

    @FXML
    private HBox where;

    @FXML
    private TextField batch;

    @FXML
    private TextField threads;

    @FXML
    private ChoiceBox<String> preset;

    @FXML
    private Label presetWords;

    @FXML
    private ComboBox<String> site;

    @FXML
    private Label siteWords;

    PlanController(PlanForm form, Texts texts) {
        this.form = form;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        chooseData
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> dataName(form.dataProperty().get()), form.dataProperty()));
        clearData.disableProperty().bind(form.dataProperty().isNull());
        device.setItems(form.devices());
        device.valueProperty().bindBidirectional(form.deviceProperty());
        ExecutionProviders.ALL.forEach(provider -> where.getChildren().add(box(provider)));
        batch.textProperty().bindBidirectional(form.batchSizesProperty());
        threads.textProperty().bindBidirectional(form.threadsProperty());
        preset.getItems().setAll(form.presets());
        preset.valueProperty().bindBidirectional(form.presetProperty());
        presetWords.textProperty().bind(form.presetProperty().map(name -> texts.get("preset." + name, "")));
        site.setItems(form.sites());
        site.getEditor().textProperty().bindBidirectional(form.siteProperty());
        siteWords.textProperty().bind(form.siteWordsProperty());
        site.getEditor().setOnAction(_ -> form.acceptSite());
    }

    private String dataName(@Nullable Path data) {
        return data == null ? texts.get("plan.data.none") : String.valueOf(data.getFileName());
    }

    private CheckBox box(ExecutionProvider offered) {
        ProviderId provider = offered.id();
        CheckBox box = new CheckBox(offered.title());
        box.setId(provider.value());
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setSelected(form.providers().contains(provider));
        box.setAccessibleText(texts.format("plan.provider", box.getText()));
        box.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                form.providers().add(provider);
            } else {
                form.providers().remove(provider);
            }
        });
        form.providers().addListener((SetChangeListener<ProviderId>)
                _ -> box.setSelected(form.providers().contains(provider)));
        return box;
    }

    /** Lets the user choose the evaluation set. */
    @FXML
    void chooseData() {
        form.chooseData(texts.get("plan.data.tip"), texts.get("plan.data.files"));
    }

    @FXML
    private void clearData() {
        form.dataProperty().set(null);
    }
}
