package org.joulemark.app.ui.settings;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import org.joulemark.app.ui.fx.Texts;

/** Binds the view of sensors and providers to its view model. */
final class SurveyController {
    private final SurveyViewModel model;
    private final Texts texts;

    @FXML
    private FindingList sensors;

    @FXML
    private ProgressBar looking;

    @FXML
    private Button lookAgain;

    @FXML
    private FindingList providers;

    @FXML
    private ProgressBar trying;

    @FXML
    private Button tryNow;

    @FXML
    private Label notTried;

    @FXML
    private TextField ortHome;

    @FXML
    private Button clearOrtHome;

    SurveyController(SurveyViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        sensors.follow(model.sensors(), texts, model::copy);
        providers.follow(model.providers(), texts, model::copy);
        looking.visibleProperty().bind(model.lookingProperty());
        lookAgain.disableProperty().bind(model.lookingProperty());
        trying.visibleProperty().bind(model.tryingProperty());
        tryNow.disableProperty().bind(model.tryingProperty());
        notTried.visibleProperty()
                .bind(Bindings.isEmpty(model.providers())
                        .and(model.tryingProperty().not()));
        notTried.managedProperty().bind(notTried.visibleProperty());
        ortHome.textProperty().bind(model.ortHomeProperty());
        clearOrtHome.disableProperty().bind(model.ortHomeProperty().isEmpty());
    }

    @FXML
    private void lookAgain() {
        model.look();
    }

    @FXML
    private void tryNow() {
        model.tryProviders();
    }

    @FXML
    private void chooseOrtHome() {
        model.chooseOrtHome();
    }

    @FXML
    private void clearOrtHome() {
        model.clearOrtHome();
    }
}
