package org.joulemark.app.ui.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.ProgramVersion;

/** What this program is, and whose work is in it. */
public final class AboutViewModel {
    private final Desk desk;
    private final Texts texts;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");

    /** Reads nothing before {@link #shown()}. */
    AboutViewModel(Desk desk) {
        this.desk = desk;
        this.texts = desk.texts(AboutViewModel.class);
    }

    /** Versions of program and runtime. */
    public String versions() {
        return texts.format(
                "about.versions",
                ProgramVersion.text(),
                System.getProperty("java.version", ""),
                System.getProperty("java.vendor", ""),
                System.getProperty("javafx.version", "26"));
    }

    /** Credits and licences of data, samples and fonts. */
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The user came here. */
    void shown() {
        if (notice.get().isEmpty()) {
            desk.tasks()
                    .run(
                            () -> read("NOTICE") + "\n\n" + read("LICENSE"),
                            notice::set,
                            e -> notice.set(desk.words().problem(e)));
        }
    }

    /** From the folder of the program's own classes: many jars have a notice of their own elsewhere. */
    private String read(String name) throws IOException {
        try (InputStream in = AboutViewModel.class.getResourceAsStream("/org/joulemark/app/" + name)) {
            return in == null
                    ? texts.format("about.missing", name)
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
