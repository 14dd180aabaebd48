package org.joulemark.app.ui.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.carbon.CatalogueEntry;
import org.joulemark.engine.carbon.SiteEntry;
import org.joulemark.engine.carbon.SiteField;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** The user's sites: list, form, catalogue of zones, and which one new runs begin with. */
public final class SitesViewModel {
    private final Desk desk;
    private final Texts texts;
    private final SiteShelf shelf;
    private final SiteForm form;
    private final DefaultSite start;
    private final ObservableList<SiteRow> rows = FXCollections.observableArrayList();
    private final ObservableList<SiteRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<CatalogueEntry> catalogue = FXCollections.observableArrayList();
    private final FilteredList<CatalogueEntry> found = new FilteredList<>(catalogue);
    private final ObservableList<Optional<String>> starts = FXCollections.observableArrayList();
    private final ObservableList<Optional<String>> shownStarts = FXCollections.unmodifiableObservableList(starts);
    private final ObjectProperty<@Nullable SiteRow> selected = new SimpleObjectProperty<>();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper fileProblem = new ReadOnlyStringWrapper("");

    /** Sites of the desk's data folder; {@link #shown()} reads them. */
    SitesViewModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(SitesViewModel.class);
        this.shelf = new SiteShelf(desk.workbench());
        this.form = new SiteForm(texts);
        this.start = new DefaultSite(desk.preferences());
        form.clear();
        selected.subscribe(row -> {
            if (row == null) {
                form.clear();
            } else {
                form.show(row.entry());
            }
        });
        query.subscribe(text -> found.setPredicate(entry -> fits(entry, text)));
        showStarts();
    }

    /** The user's sites in their order. */
    public ObservableList<SiteRow> rows() {
        return shownRows;
    }

    /** The site being edited; null for a new one. */
    public ObjectProperty<@Nullable SiteRow> selectedProperty() {
        return selected;
    }

    /** What is typed. */
    public SiteForm form() {
        return form;
    }

    /** Countries and zones that fit the query. */
    public ObservableList<CatalogueEntry> found() {
        return found;
    }

    /** What is looked for in the catalogue: parts of code, name, publisher or boundary. */
    public StringProperty queryProperty() {
        return query;
    }

    /** The site new runs begin with. */
    public DefaultSite start() {
        return start;
    }

    /** What new runs may begin with; empty for none. */
    public ObservableList<Optional<String>> starts() {
        return shownStarts;
    }

    /** What is wrong with the file; empty if nothing is. */
    public ReadOnlyStringProperty fileProblemProperty() {
        return fileProblem.getReadOnlyProperty();
    }

    /** The user came here: reads what was written meanwhile. */
    void shown() {
        start.look();
        load(null);
        if (catalogue.isEmpty()) {
            work(shelf::catalogue, catalogue::setAll);
        }
    }

    /** Looks into the file again. */
    public void refresh() {
        load(null);
    }

    private void load(@Nullable String then) {
        desk.tasks().run(shelf::rows, read -> show(read, then), e -> {
            rows.clear();
            fileProblem.set(desk.words().problem(e));
        });
    }

    private void show(List<SiteRow> read, @Nullable String then) {
        fileProblem.set("");
        SiteRow before = selected.get();
        String id = then != null ? then : before == null ? "" : before.id();
        if (!read.equals(rows)) {
            rows.setAll(read);
        }
        SiteRow now = read.stream()
                .filter(row -> row.id().equalsIgnoreCase(id))
                .findFirst()
                .orElse(null);
        // What is half typed survives a look at the file that changes nothing.
        if (then != null || (before != null && !before.equals(now))) {
            selected.set(null);
            selected.set(now);
        }
        showStarts();
    }

    private void showStarts() {
        Optional<String> now = start.valueProperty().get();
        Set<Optional<String>> all = new LinkedHashSet<>(List.of(Optional.empty()));
        rows.forEach(row -> all.add(Optional.of(row.id())));
        all.add(now);
        starts.setAll(all);
        start.valueProperty().set(now);
    }

    private static boolean fits(CatalogueEntry entry, String text) {
        String all = String.join(
                        " ",
                        entry.code(),
                        entry.name(),
                        entry.factor().publisher(),
                        entry.factor().boundary().name().replace('_', ' '))
                .toLowerCase(Locale.ROOT);
        for (String word : text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** An empty form for a new site. */
    public void begin() {
        selected.set(null);
        form.clear();
    }

    /** Takes a place of the catalogue into the form. */
    public void take(CatalogueEntry entry) {
        form.text(SiteField.ZONE).set(entry.code());
    }

    /** New runs begin with this place. */
    public void startWith(CatalogueEntry entry) {
        start.valueProperty().set(Optional.of(entry.code()));
        showStarts();
    }

    /** Name of a site or zone for people: the id, and what a zone code stands for. */
    public String words(Optional<String> idOrZone) {
        if (idOrZone.isEmpty()) {
            return texts.get("start.none");
        }
        String id = idOrZone.get();
        boolean own = rows.stream().anyMatch(row -> row.id().equalsIgnoreCase(id));
        return own
                ? id
                : catalogue.stream()
                        .filter(entry -> entry.code().equalsIgnoreCase(id))
                        .findFirst()
                        .map(entry -> id + " – " + entry.name())
                        .orElse(id);
    }

    /** Writes what is typed, or says beside the field what is wrong. */
    public void save() {
        SiteRow before = selected.get();
        List<String> others = rows.stream()
                .map(SiteRow::id)
                .filter(id -> before == null || !id.equals(before.id()))
                .toList();
        SiteEntry site = form.checked(others);
        if (site != null) {
            knownZone(site, () -> write(before, site));
        }
    }

    /** A zone without a factor would be found out only when a run starts: it is said here. */
    private void knownZone(SiteEntry site, Runnable then) {
        if (site.factor() != null) {
            then.run();
            return;
        }
        desk.tasks()
                .run(
                        () -> {
                            shelf.known(site.zone());
                            return true;
                        },
                        _ -> then.run(),
                        e -> form.blame(SiteField.ZONE, unknown(e)));
    }

    private String unknown(Exception e) {
        return desk.words().problem(e);
    }

    private void write(@Nullable SiteRow before, SiteEntry site) {
        if (before == null) {
            int end = rows.size();
            change(
                    () -> shelf.book().add(site, end),
                    () -> done("undo.add", site.id(), () -> shelf.book().remove(site.id())),
                    site.id());
        } else {
            change(
                    () -> shelf.book().replace(before.id(), site),
                    () -> {
                        follow(before.id(), site.id());
                        done("undo.edit", before.id(), () -> shelf.book().replace(site.id(), before.entry()));
                    },
                    site.id());
        }
    }

    /** Removes the site shown; undo puts it back. */
    public void remove() {
        SiteRow row = selected.get();
        if (row == null) {
            return;
        }
        int at = rows.indexOf(row);
        change(
                () -> shelf.book().remove(row.id()),
                () -> {
                    if (start.valueProperty()
                            .get()
                            .filter(row.id()::equalsIgnoreCase)
                            .isPresent()) {
                        start.valueProperty().set(Optional.empty());
                    }
                    done("undo.remove", row.id(), () -> shelf.book().add(row.entry(), at));
                },
                "");
    }

    private void follow(String was, String now) {
        if (start.valueProperty().get().filter(was::equalsIgnoreCase).isPresent()) {
            start.valueProperty().set(Optional.of(now));
        }
    }

    private interface Edit {
        void apply() throws UserError;
    }

    private void change(Edit edit, Runnable after, String then) {
        work(
                () -> {
                    edit.apply();
                    return true;
                },
                _ -> {
                    after.run();
                    load(then);
                });
    }

    private void done(String key, String id, Edit back) {
        desk.undo().done(texts.format(key, id), () -> change(back, () -> {}, ""));
    }

    private <T> void work(Callable<T> work, Consumer<T> done) {
        desk.tasks().run(work, done, e -> desk.notices().fail(e));
    }

    /** Whether the file can be opened in the system's editor. */
    public boolean canOpenFile() {
        return desk.outside().canShow();
    }

    /** Opens the file in the system's editor. */
    public void openFile() {
        desk.outside().show(shelf.book().file());
    }

    /** Puts the file's path on the clipboard. */
    public void copyPath() {
        desk.outside().copy(shelf.book().file().toString());
    }
}
