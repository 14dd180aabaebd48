package org.joulemark.app.ui.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The runs of a period and site, and which of them are reported on. */
public final class RunsOnOffer {
    private final ObservableList<RunChoice> all = FXCollections.observableArrayList();
    private final ObservableList<RunChoice> shown = FXCollections.unmodifiableObservableList(all);
    private final ObservableList<Optional<String>> sites = FXCollections.observableArrayList();
    private final ObservableList<Optional<String>> shownSites = FXCollections.unmodifiableObservableList(sites);
    private final ObjectProperty<@Nullable LocalDate> from = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> to = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<String>> site = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper found = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper none = new ReadOnlyBooleanWrapper();
    private final Consumer<List<String>> chosen;
    private boolean quiet;

    /**
     * @param narrowed hears that another period or site is wanted
     * @param chosen hears the ids of the runs chosen, the newest first
     */
    RunsOnOffer(Runnable narrowed, Consumer<List<String>> chosen) {
        this.chosen = chosen;
        sites.add(Optional.empty());
        Runnable unlessQuiet = () -> {
            if (!quiet) {
                narrowed.run();
            }
        };
        from.subscribe((_, _) -> unlessQuiet.run());
        to.subscribe((_, _) -> unlessQuiet.run());
        site.subscribe((_, _) -> unlessQuiet.run());
    }

    /** Runs of the period and site wanted, the newest first. */
    public ObservableList<RunChoice> all() {
        return shown;
    }

    /** Sites to choose from: all of them (empty), an id, or "" for runs without one. */
    public ObservableList<Optional<String>> sites() {
        return shownSites;
    }

    /** First day; null for the beginning. */
    public ObjectProperty<@Nullable LocalDate> fromProperty() {
        return from;
    }

    /** Last day; null for today. */
    public ObjectProperty<@Nullable LocalDate> toProperty() {
        return to;
    }

    /** Only runs of this site; empty for all, "" for those without one. */
    public ObjectProperty<Optional<String>> siteProperty() {
        return site;
    }

    /** Whether nothing was ever measured here. */
    public ReadOnlyBooleanProperty noneProperty() {
        return none.getReadOnlyProperty();
    }

    /** How many runs there are, of which the newest are shown. */
    public ReadOnlyIntegerProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** What is wanted now. */
    Wanted wanted() {
        return new Wanted(from.get(), to.get(), site.get(), ZoneId.systemDefault());
    }

    /** Any run, of whenever and wherever. */
    void widen() {
        quietly(() -> {
            from.set(null);
            to.set(null);
            site.set(Optional.empty());
        });
    }

    /** Ids of the runs chosen, the newest first. */
    List<String> picked() {
        return all.stream()
                .filter(run -> run.chosenProperty().get())
                .map(RunChoice::id)
                .toList();
    }

    /** Shows what there is; of these the {@code picked} are chosen, or all completed where something narrower is wanted. */
    void show(ReportSource.Offer offer, List<String> picked, boolean every) {
        Set<String> ids = new LinkedHashSet<>(picked);
        quietly(() -> {
            List<RunChoice> made = offer.runs().stream().map(RunChoice::new).collect(Collectors.toList());
            made.forEach(run -> {
                run.chosenProperty()
                        .set(ids.contains(run.id()) || (every && run.facts().completed()));
                run.chosenProperty().subscribe((_, _) -> tell());
            });
            all.setAll(made);
            showSites(offer.sites());
        });
        found.set(offer.found());
        none.set(offer.runs().isEmpty() && !wanted().narrows());
    }

    private void showSites(Set<String> ids) {
        Set<Optional<String>> known = new LinkedHashSet<>(List.of(Optional.empty()));
        ids.forEach(id -> known.add(Optional.of(id)));
        known.add(site.get());
        if (!List.copyOf(known).equals(sites)) {
            Optional<String> now = site.get();
            sites.setAll(known);
            site.set(now);
        }
    }

    /** Chooses exactly these, which are put first where they are not on offer. */
    void pick(List<RunChoice> runs) {
        Set<String> ids = runs.stream().map(RunChoice::id).collect(Collectors.toCollection(LinkedHashSet::new));
        quietly(() -> {
            Set<String> here = all.stream().map(RunChoice::id).collect(Collectors.toSet());
            List<RunChoice> others = new ArrayList<>(
                    runs.stream().filter(run -> !here.contains(run.id())).toList());
            others.forEach(run -> run.chosenProperty().subscribe((_, _) -> tell()));
            all.addAll(0, others);
            all.forEach(run -> run.chosenProperty().set(ids.contains(run.id())));
        });
        none.set(all.isEmpty() && !wanted().narrows());
    }

    private void tell() {
        if (!quiet) {
            chosen.accept(picked());
        }
    }

    private void quietly(Runnable change) {
        boolean before = quiet;
        quiet = true;
        change.run();
        quiet = before;
    }
}
