package org.joulemark.app.ui.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.carbon.SiteEntry;
import org.joulemark.engine.carbon.SiteField;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;
import org.jspecify.annotations.Nullable;

/** What is typed about a site, and what is wrong with each field in words. */
public final class SiteForm {
    private static final List<SiteField> TYPED = List.of(
            SiteField.ID,
            SiteField.ZONE,
            SiteField.PUE,
            SiteField.PUE_SOURCE,
            SiteField.FACTOR_VALUE,
            SiteField.FACTOR_SOURCE,
            SiteField.FACTOR_YEAR,
            SiteField.FACTOR_GAS_SET);

    private final Texts texts;
    private final Map<SiteField, StringProperty> typed = new EnumMap<>(SiteField.class);
    private final Map<SiteField, ReadOnlyStringWrapper> problems = new EnumMap<>(SiteField.class);
    private final BooleanProperty ownFactor = new SimpleBooleanProperty();
    private final ObjectProperty<FactorBoundary> boundary = new SimpleObjectProperty<>(FactorBoundary.GENERATION_ONLY);
    private final ObjectProperty<Optional<FactorMethod>> method = new SimpleObjectProperty<>(Optional.empty());

    SiteForm(Texts texts) {
        this.texts = texts;
        TYPED.forEach(field -> typed.put(field, new SimpleStringProperty("")));
        for (SiteField field : SiteField.values()) {
            problems.put(field, new ReadOnlyStringWrapper(""));
        }
        typed.forEach((field, text) -> text.subscribe((_, _) -> problem(field).set("")));
    }

    /** Text of a field; every field has one but boundary and method. */
    public StringProperty text(SiteField field) {
        return Objects.requireNonNull(typed.get(field), () -> field + " is not typed");
    }

    /** What is wrong with a field; empty if nothing is, or nobody asked yet. */
    public ReadOnlyStringProperty problemProperty(SiteField field) {
        return problem(field).getReadOnlyProperty();
    }

    /** Whether the site has a factor of its own. */
    public BooleanProperty ownFactorProperty() {
        return ownFactor;
    }

    /** What the own factor includes. */
    public ObjectProperty<FactorBoundary> boundaryProperty() {
        return boundary;
    }

    /** Scope 2 method the own factor serves; empty where nobody says. */
    public ObjectProperty<Optional<FactorMethod>> methodProperty() {
        return method;
    }

    private ReadOnlyStringWrapper problem(SiteField field) {
        return Objects.requireNonNull(problems.get(field));
    }

    /** Empty fields, for a new site. */
    void clear() {
        typed.values().forEach(text -> text.set(""));
        text(SiteField.FACTOR_GAS_SET).set("CO2e");
        ownFactor.set(false);
        boundary.set(FactorBoundary.GENERATION_ONLY);
        method.set(Optional.empty());
        clearProblems();
    }

    /** The fields of {@code site}. */
    void show(SiteEntry site) {
        clear();
        text(SiteField.ID).set(site.id());
        text(SiteField.ZONE).set(site.zone());
        text(SiteField.PUE).set(plain(site.pue()));
        text(SiteField.PUE_SOURCE).set(Objects.toString(site.pueSource(), ""));
        SiteEntry.OwnFactor own = site.factor();
        ownFactor.set(own != null);
        if (own != null) {
            text(SiteField.FACTOR_VALUE).set(plain(own.value()));
            text(SiteField.FACTOR_SOURCE).set(Objects.toString(own.source(), ""));
            text(SiteField.FACTOR_YEAR).set(Objects.toString(own.year(), ""));
            text(SiteField.FACTOR_GAS_SET).set(Objects.toString(own.gasSet(), ""));
            FactorBoundary named = SiteEntry.boundaryNamed(Objects.toString(own.boundary(), ""));
            boundary.set(named == null ? FactorBoundary.LIFECYCLE : named);
            method.set(Optional.ofNullable(SiteEntry.methodNamed(Objects.toString(own.method(), ""))));
        }
        clearProblems();
    }

    /** Shows what is wrong with one field. */
    void blame(SiteField field, String words) {
        problem(field).set(words);
    }

    /**
     * The site as typed, if every field holds; otherwise null, and each field says what is wrong.
     *
     * @param taken ids of the other sites
     */
    @Nullable
    SiteEntry checked(Collection<String> taken) {
        Map<SiteField, String> wrong = new LinkedHashMap<>();
        SiteEntry site = new SiteEntry(
                stripped(SiteField.ID),
                stripped(SiteField.ZONE),
                number(SiteField.PUE, wrong),
                orNull(SiteField.PUE_SOURCE),
                ownFactor.get() ? factor(wrong) : null);
        site.problems().keySet().forEach(field -> wrong.putIfAbsent(field, words(field)));
        if (taken.stream().anyMatch(id -> id.equalsIgnoreCase(site.id()))) {
            wrong.put(SiteField.ID, texts.get("problem.id-taken"));
        }
        clearProblems();
        wrong.forEach(this::blame);
        return wrong.isEmpty() ? site : null;
    }

    private SiteEntry.OwnFactor factor(Map<SiteField, String> wrong) {
        return new SiteEntry.OwnFactor(
                number(SiteField.FACTOR_VALUE, wrong),
                stripped(SiteField.FACTOR_SOURCE),
                year(wrong),
                boundary.get().name().toLowerCase(Locale.ROOT),
                stripped(SiteField.FACTOR_GAS_SET),
                method.get()
                        .map(chosen -> chosen.name().toLowerCase(Locale.ROOT))
                        .orElse(null));
    }

    private @Nullable Integer year(Map<SiteField, String> wrong) {
        Double year = number(SiteField.FACTOR_YEAR, wrong);
        if (year == null || year != Math.rint(year)) {
            wrong.put(SiteField.FACTOR_YEAR, words(SiteField.FACTOR_YEAR));
            return null;
        }
        return year.intValue();
    }

    /** Takes a comma for a point: both are written. */
    private @Nullable Double number(SiteField field, Map<SiteField, String> wrong) {
        String text = stripped(field).replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, in the words of the field.
        }
        wrong.put(field, texts.format("problem.not-a-number", stripped(field)));
        return null;
    }

    private String words(SiteField field) {
        return texts.get("problem." + key(field));
    }

    /** Name of a field in the texts. */
    static String key(SiteField field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String stripped(SiteField field) {
        return text(field).get().strip();
    }

    private @Nullable String orNull(SiteField field) {
        String text = stripped(field);
        return text.isEmpty() ? null : text;
    }

    private static String plain(@Nullable Double value) {
        return value == null
                ? ""
                : java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private void clearProblems() {
        List.copyOf(new ArrayList<>(problems.values())).forEach(problem -> problem.set(""));
    }
}
