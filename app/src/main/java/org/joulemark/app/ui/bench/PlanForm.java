package org.joulemark.app.ui.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.PlanDraft;
import org.joulemark.engine.bench.Presets;
import org.joulemark.engine.bench.ProviderStatus;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.ExecutionProviders;
import org.joulemark.engine.model.MachineFingerprint;
import org.joulemark.engine.model.ModelFile;
import org.joulemark.engine.model.ProtocolSettings;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** What to do with the models: data, device, provider, batch, threads, preset, site. */
final class PlanForm {
    /** Preference: site or grid zone for new runs. */
    static final String SITE_KEY = "bench.site";

    /** Preference: folder of a GPU build of ONNX Runtime. */
    static final String ORT_HOME_KEY = "bench.ortHome";

    private final Desk desk;
    private final Texts texts;
    private final ObjectProperty<@Nullable Path> data = new SimpleObjectProperty<>();
    private final ObservableList<String> devices = FXCollections.observableArrayList(DeviceId.CPU.text());
    private final StringProperty device = new SimpleStringProperty(DeviceId.CPU.text());
    private final ObservableSet<ProviderId> providers = FXCollections.observableSet(ProviderId.CPU);
    private final StringProperty batchSizes = new SimpleStringProperty("");
    private final StringProperty threads = new SimpleStringProperty("");
    private final StringProperty preset = new SimpleStringProperty("quick");
    private final StringProperty window = new SimpleStringProperty("");
    private final StringProperty site = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper siteWords = new ReadOnlyStringWrapper("");
    private final ObservableList<String> sites = FXCollections.observableArrayList();
    private final ObservableMap<ProviderId, String> unusable = FXCollections.observableHashMap();
    private String triedOrtHome = "?";

    PlanForm(Desk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        preset.set(desk.preferences().get("bench.preset", "quick"));
        preset.subscribe(chosen -> desk.preferences().set("bench.preset", chosen));
        site.set(desk.preferences().get(SITE_KEY, ""));
        site.subscribe(this::lookUpSite);
        device.subscribe(this::usualProvider);
    }

    ObjectProperty<@Nullable Path> dataProperty() {
        return data;
    }

    /** Asks for an evaluation set. */
    void chooseData(String title, String kind) {
        desk.outside().open(title, kind, List.of("*.npz", "*.csv")).stream()
                .findFirst()
                .ifPresent(data::set);
    }

    ObservableList<String> devices() {
        return devices;
    }

    StringProperty deviceProperty() {
        return device;
    }

    ObservableSet<ProviderId> providers() {
        return providers;
    }

    StringProperty batchSizesProperty() {
        return batchSizes;
    }

    StringProperty threadsProperty() {
        return threads;
    }

    StringProperty presetProperty() {
        return preset;
    }

    /** Seconds of a timed window, where the preset's are too short for a slow sensor; empty for the preset's. */
    StringProperty windowProperty() {
        return window;
    }

    /** What is measured how long: the preset in words, or the window that was asked for. */
    String presetWords() {
        String asked = window.get().strip();
        return asked.isEmpty()
                ? texts.get("preset." + preset.get(), "")
                : texts.format("preset.windowed", asked, chosen().trials());
    }

    /** Length of the preset's own windows in seconds. */
    String presetWindow() {
        return Long.toString(TimeUnit.NANOSECONDS.toSeconds(chosen().windowNanos()));
    }

    private ProtocolSettings chosen() {
        return Presets.byName(preset.get()).orElse(Presets.QUICK);
    }

    List<String> presets() {
        return Presets.ALL.stream().map(one -> one.name()).toList();
    }

    StringProperty siteProperty() {
        return site;
    }

    /** Factor that holds at the site, or why CO2e will not be computed. */
    ReadOnlyStringProperty siteWordsProperty() {
        return siteWords.getReadOnlyProperty();
    }

    /** Sites the user defined. */
    ObservableList<String> sites() {
        return sites;
    }

    /** Providers that do not work here, with the reason. */
    ObservableMap<ProviderId, String> unusable() {
        return unusable;
    }

    /** Looks again what sites, which site and which providers there are; Settings may have changed them. */
    void refresh() {
        tryProviders();
        site.set(desk.preferences().get(SITE_KEY, site.get()));
        desk.tasks().run(() -> desk.workbench().sites().defined(), sites::setAll, desk.notices()::fail);
        lookUpSite(site.get());
    }

    /** GPUs join the CPU, which is always there; added one by one, so that what was chosen stays chosen. */
    void machine(MachineFingerprint machine) {
        machine.gpus().stream()
                .map(gpu -> gpu.device().text())
                .filter(one -> !devices.contains(one))
                .forEach(devices::add);
    }

    /** A provider is compiled in or not, and works or not: only trying tells. */
    private void tryProviders() {
        Path folder = ortHome();
        if (!String.valueOf(folder).equals(triedOrtHome)) {
            triedOrtHome = String.valueOf(folder);
            desk.tasks().run(() -> desk.workbench().providers(folder), this::tried, desk.notices()::fail);
        }
    }

    private void tried(List<ProviderStatus> statuses) {
        unusable.clear();
        statuses.stream()
                .filter(status -> !status.usable())
                .forEach(status -> unusable.put(status.provider(), reason(status)));
    }

    private static String reason(ProviderStatus status) {
        String why = status.why();
        return status.remedy().isEmpty() ? why : why + "; " + status.remedy();
    }

    private @Nullable Path ortHome() {
        return desk.preferences()
                .get(ORT_HOME_KEY)
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(null);
    }

    private void usualProvider(String chosen) {
        providers.clear();
        providers.add(ExecutionProviders.usual(DeviceId.parse(chosen).kind()).id());
    }

    private void lookUpSite(String text) {
        desk.preferences().set(SITE_KEY, text);
        if (text.isBlank()) {
            siteWords.set(texts.get("site.none"));
            return;
        }
        desk.tasks()
                .run(
                        () -> desk.workbench().site(text),
                        found -> tell(text, words(found)),
                        e -> tell(text, desk.words().problem(e)));
    }

    /** Hands the site that was asked for to {@code known}, empty for none, once it was looked up. */
    void knownSite(Consumer<String> known, Consumer<Exception> failed) {
        String asked = site.get().strip();
        desk.tasks()
                .run(
                        () -> {
                            if (!asked.isEmpty()) {
                                desk.workbench().site(asked);
                            }
                            return asked;
                        },
                        known,
                        failed);
    }

    /** Takes what was typed as the site: without the blanks around it, and looked up. */
    void acceptSite() {
        site.set(site.get().strip());
        lookUpSite(site.get());
    }

    /** Answers may come in another order than the questions. */
    private void tell(String text, String words) {
        if (text.equals(site.get())) {
            siteWords.set(words);
        }
    }

    private String words(Site found) {
        EmissionFactor factor = found.factor();
        return factor == null
                ? texts.said(found.noFactorBecause())
                : texts.format(
                        "site.factor",
                        factor.gramsPerKilowattHour(),
                        factor.publisher(),
                        Integer.toString(factor.year()),
                        found.pue());
    }

    /** The plan for these models. @throws UserError naming the field that cannot be */
    BenchPlan plan(List<ModelRow> models) throws UserError {
        List<ModelFile> named = models.stream()
                .map(row -> new ModelFile(
                        row.nameProperty().get().strip(), row.path().toString()))
                .toList();
        for (ProviderId provider : providers) {
            String why = unusable.get(provider);
            if (why != null) {
                throw UserError.usage("provider " + provider.value() + " does not work here: " + why);
            }
        }
        PlanDraft.Limits usual = PlanDraft.Limits.usual();
        PlanDraft.Limits limits =
                new PlanDraft.Limits(usual.seed(), Map.of(), ortHome(), usual.memoryLimitMib(), usual.hangSeconds());
        BenchPlan plan = new PlanDraft(
                        named,
                        data.get(),
                        device.get(),
                        preset.get(),
                        providers.stream().map(ProviderId::value).toList(),
                        numbers(batchSizes.get(), "Batch"),
                        numbers(threads.get(), "Threads"),
                        limits)
                .plan(desk.workbench().machine());
        String asked = window.get().strip();
        return asked.isEmpty() ? plan : PlanDraft.windowed(plan, number(asked, "Window"));
    }

    private static List<Integer> numbers(String text, String field) throws UserError {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.strip().split("[,;\\s]+", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            numbers.add(number(part, field));
        }
        return numbers;
    }

    private static int number(String text, String field) throws UserError {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UserError(UserError.Kind.USAGE, field + ": '" + text + "' is not a whole number", e);
        }
    }
}
