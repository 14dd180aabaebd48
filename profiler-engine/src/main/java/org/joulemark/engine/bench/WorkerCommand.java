package org.joulemark.engine.bench;

import java.nio.file.Path;
import java.util.List;

/** How a worker is started: with the Java runtime and class path of this program. */
final class WorkerCommand {
    private static final String MAIN = "org.joulemark.engine.worker.WorkerMain";

    private WorkerCommand() {}

    /**
     * Command line of a worker that connects to {@code socket}, takes its natives from {@code natives} and keeps its
     * temporary files beside the socket.
     */
    static List<String> of(Path natives, Path socket) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path java = Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
        return List.of(
                java.toString(),
                // A worker asked to end ends at once: an orderly end would free what native code is using, and crash.
                "-Xrs",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xmx2g",
                "-XX:MaxDirectMemorySize=8g",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-Donnxruntime.native.path=" + natives,
                "-Djava.io.tmpdir=" + socket.getParent(),
                "-cp",
                System.getProperty("java.class.path"),
                MAIN,
                socket.toString());
    }
}
