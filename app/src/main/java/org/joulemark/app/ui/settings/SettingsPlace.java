package org.joulemark.app.ui.settings;

import java.util.List;
import javafx.scene.Parent;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Command;
import org.joulemark.app.ui.fx.PlaceView;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.ui.fx.ViewLoader;

/** The place Settings, put together. */
public final class SettingsPlace implements PlaceView {
    private final SitesViewModel sites;
    private final SurveyViewModel survey;
    private final AboutViewModel about;
    private final Parent view;
    private final List<Command> commands;

    /** Makes the place. */
    public SettingsPlace(Desk desk) {
        Texts texts = desk.texts(SettingsPlace.class);
        this.sites = new SitesViewModel(desk);
        this.survey = new SurveyViewModel(desk);
        this.about = new AboutViewModel(desk);
        SettingsController controller = new SettingsController(List.of(
                ViewLoader.load(new SitesController(sites, texts), texts),
                ViewLoader.load(new SurveyController(survey, texts), texts),
                ViewLoader.load(new GeneralController(new GeneralViewModel(desk)), texts),
                ViewLoader.load(new AboutController(about), texts)));
        this.view = ViewLoader.load(controller, texts);
        this.commands = List.of(
                new Command(texts.get("command.sites"), "Alt+1", "leaf", () -> controller.show(0)),
                new Command(texts.get("command.survey"), "Alt+2", "bolt", () -> controller.show(1)),
                new Command(texts.get("command.general"), "Alt+3", "settings", () -> controller.show(2)),
                new Command(texts.get("command.about"), "Alt+4", "info", () -> controller.show(3)),
                new Command(texts.get("command.look"), "F5", "search", survey::look),
                new Command(texts.get("command.try"), "Shortcut+T", "run", survey::tryProviders));
    }

    @Override
    public Parent view() {
        return view;
    }

    @Override
    public List<Command> commands() {
        return commands;
    }

    @Override
    public void shown() {
        sites.shown();
        survey.shown();
        about.shown();
    }
}
