package org.joulemark.app.ui.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.bench.check.CheckResult;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.onnx.ModelInspector;

/** The models on the bench; each is inspected at once and run once in a worker, so that a row says what it can do. */
final class ModelsModel {
    /** Trying a model means loading it; beyond this size that alone takes long. */
    private static final long TRIED_BYTES = 1L << 30;

    private final Desk desk;
    private final Texts texts;
    private final ModelWords words;
    private final ObservableList<ModelRow> rows = FXCollections.observableArrayList(
            row -> new Observable[] {row.chosenProperty(), row.stateProperty(), row.nameProperty()});

    ModelsModel(Desk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        this.words = new ModelWords(texts);
    }

    ObservableList<ModelRow> rows() {
        return rows;
    }

    List<ModelRow> chosen() {
        return rows.stream().filter(ModelRow::takesPart).toList();
    }

    /** Adds ONNX files, or those of a folder; what cannot be added is said and left out. */
    void add(List<Path> files) {
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                addFolder(file);
            } else {
                addFile(file);
            }
        }
    }

    private void addFolder(Path folder) {
        desk.tasks()
                .run(
                        () -> {
                            try (Stream<Path> inside = Files.list(folder)) {
                                return inside.filter(ModelsModel::namedOnnx)
                                        .sorted()
                                        .toList();
                            }
                        },
                        found -> {
                            if (found.isEmpty()) {
                                desk.notices().fail(texts.format("models.empty-folder", folder));
                            }
                            found.forEach(this::addFile);
                        },
                        desk.notices()::fail);
    }

    private void addFile(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (!namedOnnx(path)) {
            desk.notices().fail(texts.format("models.not-onnx", path));
        } else if (rows.stream().anyMatch(row -> row.path().equals(path))) {
            desk.notices().tell(texts.format("models.twice", path.getFileName()));
        } else {
            ModelRow row = new ModelRow(path);
            rows.add(row);
            inspect(row);
        }
    }

    private static boolean namedOnnx(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".onnx");
    }

    private void inspect(ModelRow row) {
        desk.tasks()
                .run(
                        () -> ModelInspector.inspect(row.path()),
                        facts -> read(row, facts),
                        e -> refuse(row, desk.words().problem(e)));
    }

    /** Reasons name the whole path; in its own row the name says enough. */
    private static void refuse(ModelRow row, String why) {
        row.refuse(why.replace(row.path().toString(), String.valueOf(row.path().getFileName())));
    }

    private void read(ModelRow row, ModelFacts facts) {
        row.read(facts, ModelWords.signature(facts), words.cost(facts));
        if (facts.sizeBytes() > TRIED_BYTES) {
            row.tried(ModelRow.State.UNTRIED, texts.get("models.untried"));
            return;
        }
        desk.tasks()
                .run(
                        () -> desk.workbench().check(row.path()),
                        result -> tried(row, result),
                        e -> refuse(row, desk.words().problem(e)));
    }

    private void tried(ModelRow row, CheckResult result) {
        switch (result.status()) {
            case OK -> row.tried(ModelRow.State.READY, texts.get("models.runs"));
            case WRONG_OUTPUT ->
                row.tried(ModelRow.State.READY, texts.format("models.wrong-output", texts.said(result.reason())));
            case CANNOT_RUN, DATA_FAULT -> refuse(row, texts.said(result.reason()));
        }
    }

    /** Takes rows off the bench; can be taken back. */
    void remove(List<ModelRow> gone) {
        if (gone.isEmpty()) {
            return;
        }
        List<ModelRow> before = new ArrayList<>(rows);
        rows.removeAll(gone);
        String what = gone.size() == 1 ? gone.getFirst().nameProperty().get() : Integer.toString(gone.size());
        desk.undo().done(texts.format("models.removed", what), () -> rows.setAll(before));
    }

    /** Makes {@code row} the baseline: the first one. */
    void makeBaseline(ModelRow row) {
        if (rows.remove(row)) {
            rows.addFirst(row);
        }
    }

    /** Whether {@code file} can be an evaluation set by its name. */
    static boolean namedData(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".npz") || name.endsWith(".csv");
    }
}
