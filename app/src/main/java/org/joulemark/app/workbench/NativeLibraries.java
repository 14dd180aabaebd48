package org.joulemark.app.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.joulemark.engine.bench.ScratchFolder;
import org.joulemark.engine.model.UserError;

/**
 * Where native libraries are unpacked. By themselves SQLite uses the folder for temporary files, JNA and JavaFX the home
 * folder: they leave copies there when the program is killed, and fail in a page of text where programs may not run
 * there (mounted noexec). They only read system properties, so those are set, once a process; what the user set stays.
 */
public final class NativeLibraries {
    private static final String SQLITE = "org.sqlite.tmpdir";
    private static final String JNA = "jna.tmpdir";
    private static final String TOOLKIT = "javafx.cachedir";

    private NativeLibraries() {}

    /** Finds a folder: that for temporary files, else the cache. @throws UserError if programs may run in neither */
    public static void require(Path cacheFolder) throws UserError {
        if (!prepare(cacheFolder)) {
            throw UserError.usage("no native library can be loaded: programs may run neither in "
                    + System.getProperty("java.io.tmpdir") + " nor in " + cacheFolder
                    + " (mounted noexec?); name a folder where they may with JOULEMARK_HOME or"
                    + " JOULEMARK_JAVA_OPTS=-Djava.io.tmpdir=FOLDER");
        }
    }

    /** As {@link #require}, and for the toolkit of the window. */
    public static void requireForWindow(Path cacheFolder) throws UserError {
        require(cacheFolder);
        String found = System.getProperty(SQLITE);
        // The toolkit keeps its libraries from start to start, so its own folder is the better one.
        if (found != null
                && System.getProperty(TOOLKIT) == null
                && !ScratchFolder.runsPrograms(Path.of(System.getProperty("user.home", "")))) {
            System.setProperty(TOOLKIT, found);
        }
    }

    /** Finds a folder and says whether there is one. */
    static synchronized boolean prepare(Path cacheFolder) {
        if (System.getProperty(SQLITE) != null) {
            return true;
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Optional<ScratchFolder> found = ScratchFolder.executable(List.of(temporary, cacheFolder));
        found.ifPresent(scratch -> {
            scratch.sweep(temporary);
            scratch.sweep(cacheFolder);
            String folder = scratch.path().toString();
            System.setProperty(SQLITE, folder);
            System.setProperty(JNA, System.getProperty(JNA, folder));
            Runtime.getRuntime().addShutdownHook(new Thread(scratch::close, "scratch"));
        });
        return found.isPresent();
    }
}
