package org.joulemark.app.ui.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.bench.ProviderStatus;
import org.joulemark.engine.bench.ProviderSurvey;
import org.joulemark.engine.bench.WorkerSettings;
import org.joulemark.engine.power.SensorStatus;
import org.joulemark.engine.power.SensorSurvey;
import org.jspecify.annotations.Nullable;

/** What this machine can measure with and run on, and what unlocks the rest. */
public final class SurveyViewModel {
    /** Preference that Bench reads too: folder of a GPU build of ONNX Runtime. */
    static final String ORT_HOME = "bench.ortHome";

    private static final long HANG_NANOS = 30_000_000_000L;

    private final Desk desk;
    private final Texts texts;
    private final FindingWords words;
    private final ObservableList<Finding> sensors = FXCollections.observableArrayList();
    private final ObservableList<Finding> shownSensors = FXCollections.unmodifiableObservableList(sensors);
    private final ObservableList<Finding> providers = FXCollections.observableArrayList();
    private final ObservableList<Finding> shownProviders = FXCollections.unmodifiableObservableList(providers);
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper ortHome = new ReadOnlyStringWrapper("");
    private boolean looked;

    /** Nothing is looked for before {@link #shown()}. */
    SurveyViewModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(SurveyViewModel.class);
        this.words = new FindingWords(texts, desk.words());
        ortHome.set(desk.preferences().get(ORT_HOME, ""));
    }

    /** Every sensor that exists, could exist or is blocked. */
    public ObservableList<Finding> sensors() {
        return shownSensors;
    }

    /** Execution providers, once tried. */
    public ObservableList<Finding> providers() {
        return shownProviders;
    }

    /** Whether sensors are being looked for. */
    public ReadOnlyBooleanProperty lookingProperty() {
        return looking.getReadOnlyProperty();
    }

    /** Whether providers are being tried. */
    public ReadOnlyBooleanProperty tryingProperty() {
        return trying.getReadOnlyProperty();
    }

    /** Folder of a GPU build of ONNX Runtime; empty for the bundled CPU build. */
    public ReadOnlyStringProperty ortHomeProperty() {
        return ortHome.getReadOnlyProperty();
    }

    /** The user came here. */
    void shown() {
        ortHome.set(desk.preferences().get(ORT_HOME, ""));
        if (!looked) {
            look();
        }
    }

    /** Looks for sensors again. */
    public void look() {
        if (looking.get()) {
            return;
        }
        looked = true;
        work(looking, this::survey, sensors);
    }

    private List<Finding> survey() {
        try (SensorSurvey survey = SensorSurvey.of(desk.workbench().probes())) {
            List<SensorStatus> statuses = survey.statuses();
            return statuses.stream().map(words::of).toList();
        }
    }

    /** Tries each execution provider with a tiny model, in a process of its own. */
    public void tryProviders() {
        if (trying.get()) {
            return;
        }
        String home = ortHome.get();
        work(trying, () -> tried(home.isEmpty() ? null : Path.of(home)), providers);
    }

    private List<Finding> tried(@Nullable Path home) {
        WorkerSettings settings = new WorkerSettings(desk.workbench().cacheFolder(), home, Long.MAX_VALUE, HANG_NANOS);
        List<ProviderStatus> statuses = ProviderSurvey.of(desk.workbench().workers(), settings);
        return statuses.stream().map(words::of).toList();
    }

    private void work(ReadOnlyBooleanWrapper busy, Callable<List<Finding>> work, ObservableList<Finding> into) {
        busy.set(true);
        desk.tasks()
                .run(
                        work,
                        found -> {
                            busy.set(false);
                            into.setAll(found);
                        },
                        e -> {
                            busy.set(false);
                            desk.notices().fail(desk.words().problem(e));
                        });
    }

    /** Asks for the folder of a GPU build and tries it. */
    public void chooseOrtHome() {
        Path start = ortHome.get().isEmpty() ? null : Path.of(ortHome.get());
        Optional<Path> folder = desk.outside().folder(texts.get("ort.choose"), start);
        if (folder.isPresent()) {
            setOrtHome(folder.get().toString());
        }
    }

    /** Goes back to the bundled CPU build. */
    public void clearOrtHome() {
        setOrtHome("");
    }

    private void setOrtHome(String folder) {
        ortHome.set(folder);
        if (folder.isEmpty()) {
            desk.preferences().clear(ORT_HOME);
        } else {
            desk.preferences().set(ORT_HOME, folder);
        }
        providers.clear();
        boolean there = folder.isEmpty() || Files.isDirectory(Path.of(folder));
        if (there) {
            tryProviders();
        } else {
            desk.notices().fail(texts.format("ort.gone", folder));
        }
    }

    /** Puts a remedy on the clipboard. */
    public void copy(Finding finding) {
        desk.outside().copy(finding.remedy());
    }
}
