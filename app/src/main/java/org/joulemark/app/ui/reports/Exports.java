package org.joulemark.app.ui.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportFiles;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.excel.WorkbookReport;
import org.jspecify.annotations.Nullable;

/** Writes reports where the user wants them, in the background, and remembers where that was. */
public final class Exports {
    private static final String FORMAT = "reports.label.format";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private final Desk desk;
    private final Texts texts;
    private final ObjectProperty<LabelFormat> format = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Path> written = new ReadOnlyObjectWrapper<>();

    Exports(Desk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        format.set(LabelFormat.of(desk.preferences().get(FORMAT, "svg")));
        format.subscribe(chosen -> desk.preferences().set(FORMAT, chosen.key()));
    }

    /** As what labels are written. */
    public ObjectProperty<LabelFormat> formatProperty() {
        return format;
    }

    /** Whether a file is being written. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What is being written, in words; empty if nothing is. */
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The file written last; null before the first. */
    public ReadOnlyObjectProperty<@Nullable Path> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** Asks where and writes the label of {@code subject}; {@code input} is made in the background. */
    void label(Contender subject, Callable<ReportInput> input) {
        String name = "label-" + plain(subject.label());
        export(
                texts.get("export.label.title"),
                "reports.label.folder",
                name,
                format.get().report(),
                input);
    }

    /** Asks where and writes the workbook; {@code input} is made in the background. */
    void workbook(Contender baseline, Callable<ReportInput> input) {
        String name = "joulemark-" + DAY.format(baseline.run().setting().startedAt());
        export(texts.get("export.workbook.title"), "reports.workbook.folder", name, new WorkbookReport(), input);
    }

    private void export(String title, String key, String name, Report report, Callable<ReportInput> input) {
        if (running.get()) {
            return;
        }
        Path suggested = folder(key).resolve(name + "." + report.extension());
        Optional<Path> target = desk.outside().save(title, suggested);
        if (target.isPresent()) {
            write(report, input, target.get(), key);
        }
    }

    private Path folder(String key) {
        String home = System.getProperty("user.home", "");
        return Path.of(desk.preferences().get(key, home));
    }

    private void write(Report report, Callable<ReportInput> input, Path target, String key) {
        running.set(true);
        stage.set(texts.format("export.running", String.valueOf(target.getFileName())));
        desk.tasks()
                .run(
                        () -> {
                            ReportFiles.write(report, input.call(), target);
                            remember(key, target);
                            return target;
                        },
                        this::done,
                        this::failed);
    }

    private void remember(String key, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            desk.preferences().set(key, folder.toString());
        }
    }

    private void done(Path target) {
        ended();
        written.set(target);
        desk.notices().tell(texts.format("export.done", target));
    }

    private void failed(Exception e) {
        ended();
        desk.notices().fail(e);
    }

    private void ended() {
        running.set(false);
        stage.set("");
    }

    /** A name every file system takes. */
    private static String plain(String text) {
        String kept = text.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        return kept.isEmpty() ? "version" : kept.substring(0, Math.min(60, kept.length()));
    }

    /** Whether the folder of the last file can be shown. */
    public boolean canShow() {
        return desk.outside().canShow();
    }

    /** Opens the folder of the last file. */
    public void showFolder() {
        Path file = written.get();
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (folder != null) {
            desk.outside().show(folder);
        }
    }

    /** Puts the path of the last file on the clipboard. */
    public void copyPath() {
        Path file = written.get();
        if (file != null) {
            desk.outside().copy(file.toAbsolutePath().toString());
        }
    }
}
