package org.joulemark.app.ui.settings;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TabPane;

/** Puts the views of Settings under their tabs. */
final class SettingsController {
    private final List<Parent> views;

    @FXML
    private TabPane tabs;

    /** @param views in the order of the tabs */
    SettingsController(List<Parent> views) {
        this.views = views;
    }

    @FXML
    private void initialize() {
        for (int i = 0; i < views.size(); i++) {
            tabs.getTabs().get(i).setContent(views.get(i));
        }
    }

    void show(int tab) {
        tabs.getSelectionModel().select(tab);
    }
}
