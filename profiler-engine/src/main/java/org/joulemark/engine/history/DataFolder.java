package org.joulemark.engine.history;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where user data lies: {@code JOULEMARK_HOME}, else the platform's data folder (XDG Base Directory Specification 0.8 on
 * Linux, {@code %APPDATA%} on Windows, {@code ~/Library/Application Support} on macOS).
 */
public final class DataFolder {
    private DataFolder() {}

    /** The folder for this user on this machine; it need not exist yet. */
    public static Path resolve() {
        return resolve(
                System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", "")));
    }

    /** Whether {@code folder} is the one for this user that nobody named, so that nobody else expects to look in. */
    static boolean isPlatforms(Path folder) {
        return set(System.getenv(), "JOULEMARK_HOME") == null && folder.equals(resolve());
    }

    /** The folder for the given environment, operating system name and home folder. */
    public static Path resolve(Map<String, String> environment, String osName, Path home) {
        String own = set(environment, "JOULEMARK_HOME");
        if (own != null) {
            return Path.of(own).toAbsolutePath();
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String roaming = set(environment, "APPDATA");
            return (roaming == null ? home.resolve("AppData/Roaming") : Path.of(roaming)).resolve("Joulemark");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library/Application Support/Joulemark");
        }
        String xdg = set(environment, "XDG_DATA_HOME");
        // The specification asks to ignore relative paths here.
        boolean usable = xdg != null && Path.of(xdg).isAbsolute();
        return (usable ? Path.of(xdg) : home.resolve(".local/share")).resolve("joulemark");
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
