package org.joulemark.app.ui.settings;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.joulemark.app.ui.desk.Preferences;

/** The site new runs begin with: none until the user chooses one. There is no default country. */
public final class DefaultSite {
    /** Preference that Bench reads too: id of a site or code of a zone. */
    static final String KEY = "bench.site";

    private final ObjectProperty<Optional<String>> value = new SimpleObjectProperty<>(Optional.empty());
    private final Preferences preferences;

    DefaultSite(Preferences preferences) {
        this.preferences = preferences;
        look();
        // Blank rather than forgotten: none is a choice too.
        value.subscribe((_, chosen) -> preferences.set(KEY, chosen == null ? "" : chosen.orElse("")));
    }

    /** Id or zone; empty for none. */
    public ObjectProperty<Optional<String>> valueProperty() {
        return value;
    }

    /** Reads the preference again: Bench may have chosen another. */
    void look() {
        value.set(preferences.get(KEY).filter(id -> !id.isBlank()));
    }
}
