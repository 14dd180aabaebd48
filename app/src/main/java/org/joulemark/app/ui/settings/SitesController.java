package org.joulemark.app.ui.settings;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.carbon.CatalogueEntry;
import org.joulemark.engine.carbon.SiteField;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;

/** Binds the view of the sites to its view model. */
final class SitesController {
    private final SitesViewModel model;
    private final Texts texts;

    @FXML
    private ComboBox<Optional<String>> start;

    @FXML
    private HBox trouble;

    @FXML
    private Label troubleText;

    @FXML
    private Button openFile;

    @FXML
    private TableView<SiteRow> sites;

    @FXML
    private Label noSites;

    @FXML
    private Button removeSite;

    @FXML
    private TextField query;

    @FXML
    private Label foundCount;

    @FXML
    private TableView<CatalogueEntry> catalogue;

    @FXML
    private Button takeZone;

    @FXML
    private Button startZone;

    @FXML
    private VBox editor;

    @FXML
    private Label formTitle;

    @FXML
    private FieldRow siteId;

    @FXML
    private FieldRow zone;

    @FXML
    private FieldRow pue;

    @FXML
    private FieldRow pueSource;

    @FXML
    private CheckBox ownFactor;

    @FXML
    private VBox factor;

    @FXML
    private FieldRow value;

    @FXML
    private FieldRow source;

    @FXML
    private FieldRow year;

    @FXML
    private ComboBox<FactorBoundary> boundary;

    @FXML
    private ComboBox<Optional<FactorMethod>> method;

    @FXML
    private FieldRow gasSet;

    SitesController(SitesViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        bindStart();
        bindTrouble();
        bindSites();
        bindCatalogue();
        bindForm();
    }

    private void bindStart() {
        start.setItems(model.starts());
        start.setConverter(Choices.called(model::words));
        start.valueProperty().bindBidirectional(model.start().valueProperty());
    }

    private void bindTrouble() {
        trouble.visibleProperty().bind(model.fileProblemProperty().isNotEmpty());
        trouble.managedProperty().bind(trouble.visibleProperty());
        troubleText.textProperty().bind(Bindings.concat("✕ ", model.fileProblemProperty()));
        editor.disableProperty().bind(trouble.visibleProperty());
        noSites.textProperty()
                .bind(Bindings.when(trouble.visibleProperty())
                        .then(texts.get("sites.unread"))
                        .otherwise(texts.get("sites.none")));
        model.fileProblemProperty().subscribe(_ -> openFile.setDisable(!model.canOpenFile()));
    }

    private void bindSites() {
        sites.setItems(model.rows());
        new SiteTables(texts).sites(sites);
        sites.getSelectionModel()
                .selectedItemProperty()
                .subscribe((_, row) -> model.selectedProperty().set(row));
        model.selectedProperty().subscribe(row -> {
            if (row == null) {
                sites.getSelectionModel().clearSelection();
            } else {
                sites.getSelectionModel().select(row);
            }
        });
        removeSite.disableProperty().bind(model.selectedProperty().isNull());
        sites.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.remove();
                event.consume();
            }
        });
    }

    private void bindCatalogue() {
        query.textProperty().bindBidirectional(model.queryProperty());
        catalogue.setItems(model.found());
        new SiteTables(texts).catalogue(catalogue);
        foundCount
                .textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.format("zone.found", model.found().size()), model.found()));
        takeZone.disableProperty()
                .bind(catalogue.getSelectionModel().selectedItemProperty().isNull());
        startZone.disableProperty().bind(takeZone.disableProperty());
        catalogue.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                takeZone();
            }
        });
        catalogue.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                takeZone();
                event.consume();
            }
        });
    }

    private void bindForm() {
        SiteForm form = model.form();
        Map.of(
                        SiteField.ID, siteId,
                        SiteField.ZONE, zone,
                        SiteField.PUE, pue,
                        SiteField.PUE_SOURCE, pueSource,
                        SiteField.FACTOR_VALUE, value,
                        SiteField.FACTOR_SOURCE, source,
                        SiteField.FACTOR_YEAR, year,
                        SiteField.FACTOR_GAS_SET, gasSet)
                .forEach((field, row) -> row.bind(form.text(field), form.problemProperty(field)));
        ownFactor.selectedProperty().bindBidirectional(form.ownFactorProperty());
        factor.visibleProperty().bind(form.ownFactorProperty());
        factor.managedProperty().bind(factor.visibleProperty());
        boundary.getItems().setAll(FactorBoundary.values());
        boundary.setConverter(Choices.called(new SiteTables(texts)::boundary));
        boundary.valueProperty().bindBidirectional(form.boundaryProperty());
        method.getItems().add(Optional.empty());
        Stream.of(FactorMethod.values()).map(Optional::of).forEach(method.getItems()::add);
        method.setConverter(Choices.called(new SiteTables(texts)::method));
        method.valueProperty().bindBidirectional(form.methodProperty());
        model.selectedProperty()
                .subscribe(row ->
                        formTitle.setText(row == null ? texts.get("form.new") : texts.format("form.edit", row.id())));
    }

    @FXML
    private void newSite() {
        model.begin();
        siteId.focusField();
    }

    @FXML
    private void removeSite() {
        model.remove();
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void takeZone() {
        CatalogueEntry entry = catalogue.getSelectionModel().getSelectedItem();
        if (entry != null) {
            model.take(entry);
        }
    }

    @FXML
    private void startZone() {
        CatalogueEntry entry = catalogue.getSelectionModel().getSelectedItem();
        if (entry != null) {
            model.startWith(entry);
        }
    }

    @FXML
    private void openFile() {
        model.openFile();
    }

    @FXML
    private void copyPath() {
        model.copyPath();
    }

    @FXML
    private void refresh() {
        model.refresh();
    }
}
