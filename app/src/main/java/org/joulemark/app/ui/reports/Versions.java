package org.joulemark.app.ui.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.engine.compare.Contender;
import org.jspecify.annotations.Nullable;

/** Which versions a report holds, which of them is the baseline, and of which one the label speaks. */
public final class Versions {
    private final ObservableList<VersionChoice> all = FXCollections.observableArrayList();
    private final ObservableList<VersionChoice> shown = FXCollections.unmodifiableObservableList(all);
    private final ObjectProperty<@Nullable VersionChoice> baseline = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable VersionChoice> subject = new SimpleObjectProperty<>();
    private final Runnable changed;
    private boolean filling;

    /** @param changed hears of each change that makes another report, once each */
    Versions(Runnable changed) {
        this.changed = changed;
        baseline.subscribe(this::tell);
        subject.subscribe(this::tell);
    }

    /** All versions of the runs chosen. */
    public ObservableList<VersionChoice> all() {
        return shown;
    }

    /** The version all others are compared with; null while there is none. */
    public ObjectProperty<@Nullable VersionChoice> baselineProperty() {
        return baseline;
    }

    /** The version the label speaks of; null while there is none. */
    public ObjectProperty<@Nullable VersionChoice> subjectProperty() {
        return subject;
    }

    /** Shows these, keeping what was decided about those that stay. */
    void show(List<Contender> contenders) {
        Set<String> left = all.stream()
                .filter(one -> !one.includedProperty().get())
                .map(VersionChoice::key)
                .collect(Collectors.toSet());
        fill(contenders, key -> !left.contains(key), key(baseline.get()), key(subject.get()));
    }

    /** Shows these, of which only {@code named} are in; the first of those is baseline and subject. */
    void show(List<Contender> contenders, List<Contender> named) {
        Set<String> in = named.stream().map(VersionChoice::key).collect(Collectors.toSet());
        String first = named.isEmpty() ? "" : VersionChoice.key(named.getFirst());
        fill(contenders, in::contains, first, first);
    }

    private void fill(List<Contender> contenders, Predicate<String> in, String first, String spokenOf) {
        filling = true;
        List<VersionChoice> made = new ArrayList<>();
        for (Contender contender : contenders) {
            VersionChoice choice = new VersionChoice(contender);
            choice.includedProperty().set(in.test(choice.key()));
            choice.includedProperty().subscribe(this::tell);
            made.add(choice);
        }
        all.setAll(made);
        baseline.set(named(first));
        subject.set(named(spokenOf));
        filling = false;
        changed.run();
    }

    /** The choice of that key, else the first that is in, else none. */
    private @Nullable VersionChoice named(String key) {
        return all.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .or(() ->
                        all.stream().filter(one -> one.includedProperty().get()).findFirst())
                .orElse(null);
    }

    private static String key(@Nullable VersionChoice choice) {
        return choice == null ? "" : choice.key();
    }

    /** What the workbook holds: the baseline first, then those that are in. Empty while there is no baseline. */
    List<Contender> inWorkbook() {
        VersionChoice first = baseline.get();
        if (first == null) {
            return List.of();
        }
        List<Contender> contenders = new ArrayList<>(List.of(first.contender()));
        all.stream()
                .filter(one -> one != first && one.includedProperty().get())
                .map(VersionChoice::contender)
                .forEach(contenders::add);
        return List.copyOf(contenders);
    }

    private void tell() {
        if (!filling) {
            changed.run();
        }
    }
}
