package org.joulemark.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Where things lie in an app-image: each platform has its own order of folders. */
enum Platform {
    LINUX("joulemark/bin/joulemark", "joulemark/lib/app", "joulemark/lib/runtime"),
    MAC(
            "joulemark.app/Contents/MacOS/joulemark",
            "joulemark.app/Contents/app",
            "joulemark.app/Contents/runtime/Contents/Home"),
    WINDOWS("joulemark/joulemark.exe", "joulemark/app", "joulemark/runtime");

    private final String launcher;
    private final String app;
    private final String runtime;

    Platform(String launcher, String app, String runtime) {
        this.launcher = launcher;
        this.app = app;
        this.runtime = runtime;
    }

    /** The one that bears this name as {@code os.name}; whatever is neither macOS nor Windows is taken as Linux. */
    static Platform named(String osName) {
        String name = osName.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return MAC;
        }
        return name.startsWith("windows") ? WINDOWS : LINUX;
    }

    /** The program that a person starts. */
    Path launcher(Path out) {
        return out.resolve(launcher);
    }

    /** The folder of our jars and of the launcher's configuration. */
    Path app(Path out) {
        return out.resolve(app);
    }

    /** The Java runtime's home. */
    Path runtime(Path out) {
        return out.resolve(runtime);
    }

    /** The whole image, with all of the above in it. */
    Path root(Path out) {
        return out.resolve(launcher.substring(0, launcher.indexOf('/')));
    }

    /** The icon file that jpackage wants here. */
    Path icon(Path iconsTarget) {
        return iconsTarget.resolve(
                switch (this) {
                    case LINUX -> "classes/org/joulemark/icons/app-512.png";
                    case MAC -> "joulemark.icns";
                    case WINDOWS -> "joulemark.ico";
                });
    }

    /**
     * What jpackage is told here and nowhere else. On Windows a program has a console or has none: {@code joulemark}
     * has one, for the verbs, and {@code joulemarkw} none, for shortcuts to the desktop (as java and javaw). On macOS
     * a version that begins with 0 is refused, so none is given there before 1.0.
     */
    List<String> options(String version, Path withoutConsole) {
        return switch (this) {
            case LINUX ->
                List.of(
                        "--app-version",
                        version,
                        "--java-options",
                        "-Dsun.awt.fontconfig=$APPDIR/fontconfig.properties");
            case MAC ->
                version.startsWith("0")
                        ? List.of("--mac-package-identifier", "org.joulemark", "--mac-package-name", "Joulemark")
                        : List.of("--app-version", version, "--mac-package-identifier", "org.joulemark");
            case WINDOWS ->
                List.of("--app-version", version, "--win-console", "--add-launcher", "joulemarkw=" + withoutConsole);
        };
    }
}
