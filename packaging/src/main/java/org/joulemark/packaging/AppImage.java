package org.joulemark.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Makes the app-image of the platform it runs on, in packaging/target/image. */
public final class AppImage {
    /** As the root folder's launchers start it, and JavaFX, a module here, may load its natives. */
    private static final List<String> JAVA_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED,javafx.graphics",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true");

    private final Platform platform = Platform.named(System.getProperty("os.name"));
    private final Path project;
    private final String version;
    private final Path work;
    private final Path out;

    private AppImage(Path project, String version) {
        this.project = project;
        this.version = version;
        work = project.resolve("packaging/target/work");
        out = project.resolve("packaging/target/image");
    }

    /** Arguments: the project's folder, its version. Wants the app and the icons built. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new AppImage(Path.of(args[0]).toRealPath(), args[1]).make();
    }

    private void make() throws IOException, InterruptedException {
        Folders.empty(work);
        Folders.empty(out);
        Path runtime = work.resolve("runtime");
        RuntimeImage.link(javafx(), runtime);
        JavaTool.run("jpackage", packageArguments(staged(), runtime));
        Path launcher = platform.launcher(out);
        // Files added to a bundle of macOS after it was signed would break its seal.
        boolean cached = platform != Platform.MAC && AotCache.add(launcher, platform.app(out), work);
        System.out.printf(
                "App-image: %d MB (runtime %d MB, program %d MB, %s)%n%s%n",
                Folders.megabytes(platform.root(out)),
                Folders.megabytes(platform.runtime(out)),
                Folders.megabytes(platform.app(out)),
                cached ? "with AOT cache" : "without AOT cache",
                launcher);
    }

    /** The JavaFX jars with code: those named for a platform; the plain ones are empty. */
    private List<Path> javafx() throws IOException {
        List<Path> jars = Folders.jars(project.resolve("app/target/lib")).stream()
                .filter(AppImage::isJavaFx)
                .filter(jar -> jar.getFileName().toString().matches("javafx-\\w+-[\\d.]+-[a-z].*\\.jar"))
                .toList();
        if (jars.isEmpty()) {
            throw new IOException("app/target/lib has no JavaFX for this platform; build the app on it first");
        }
        return jars;
    }

    private static boolean isJavaFx(Path jar) {
        return jar.getFileName().toString().startsWith("javafx-");
    }

    /** The folder with all that goes on the class path, and the licences. */
    private Path staged() throws IOException {
        Path stage = Files.createDirectories(work.resolve("stage"));
        ForeignNatives natives = new ForeignNatives(platform, System.getProperty("os.arch"));
        for (Path jar : Folders.jars(project.resolve("app/target/lib"))) {
            if (!isJavaFx(jar)) {
                natives.copyWithout(jar, stage.resolve(jar.getFileName()));
            }
        }
        for (String file :
                List.of("app/target/joulemark-app.jar", "packaging/linux/fontconfig.properties", "LICENSE", "NOTICE")) {
            Path source = project.resolve(file);
            Files.copy(source, stage.resolve(source.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return stage;
    }

    private List<String> packageArguments(Path stage, Path runtime) throws IOException {
        Path withoutConsole = Files.writeString(work.resolve("joulemarkw.properties"), "win-console=false\n");
        List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", "joulemark"));
        arguments.addAll(List.of("--input", stage.toString(), "--main-jar", "joulemark-app.jar"));
        arguments.addAll(List.of("--main-class", "org.joulemark.app.Launcher"));
        arguments.addAll(List.of("--runtime-image", runtime.toString(), "--dest", out.toString()));
        arguments.addAll(
                List.of("--icon", platform.icon(project.resolve("icons/target")).toString()));
        arguments.addAll(List.of("--vendor", "the Joulemark authors", "--copyright", "Apache License 2.0"));
        arguments.addAll(List.of("--description", "Joulemark: accuracy, speed and energy of ONNX models"));
        for (String option : JAVA_OPTIONS) {
            arguments.addAll(List.of("--java-options", option));
        }
        arguments.addAll(platform.options(version, withoutConsole));
        return arguments;
    }
}
