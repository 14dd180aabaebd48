package org.joulemark.app.ui.settings;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** Binds the view of credits and licences to its view model. */
final class AboutController {
    private final AboutViewModel model;

    @FXML
    private Label versions;

    @FXML
    private TextArea notice;

    AboutController(AboutViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        versions.setText(model.versions());
        notice.textProperty().bind(model.noticeProperty());
    }
}
