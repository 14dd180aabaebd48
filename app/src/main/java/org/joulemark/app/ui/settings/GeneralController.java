package org.joulemark.app.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Binds the view of language, looks and folders to its view model. */
final class GeneralController {
    private final GeneralViewModel model;

    @FXML
    private ComboBox<String> language;

    @FXML
    private Label languageNote;

    @FXML
    private ComboBox<String> theme;

    @FXML
    private TextField dataFolder;

    @FXML
    private Button openData;

    @FXML
    private VBox moving;

    @FXML
    private TextField movingLine;

    GeneralController(GeneralViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        language.getItems().setAll(GeneralViewModel.LANGUAGES);
        language.setConverter(Choices.called(model::languageName));
        language.valueProperty().bindBidirectional(model.languageProperty());
        languageNote.textProperty().bind(model.languageNoteProperty());
        theme.getItems().setAll(GeneralViewModel.THEMES);
        theme.setConverter(Choices.called(model::themeName));
        theme.valueProperty().bindBidirectional(model.themeProperty());
        dataFolder.setText(model.dataFolder().toString());
        openData.disableProperty().set(!model.canShow());
        moving.visibleProperty().bind(model.movingProperty().isNotEmpty());
        moving.managedProperty().bind(moving.visibleProperty());
        movingLine.textProperty().bind(model.movingProperty());
    }

    @FXML
    private void openData() {
        model.showDataFolder();
    }

    @FXML
    private void copyData() {
        model.copyDataFolder();
    }

    @FXML
    private void chooseData() {
        model.chooseDataFolder();
    }

    @FXML
    private void copyMoving() {
        model.copyMoving();
    }

    @FXML
    private void reset() {
        model.reset();
    }
}
