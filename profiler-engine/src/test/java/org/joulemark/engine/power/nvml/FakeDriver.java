package org.joulemark.engine.power.nvml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joulemark.engine.power.ProbeContext;

/** The fake libnvidia-ml, compiled from C, with the file it answers from. */
final class FakeDriver {
    /** What the library exports for the test. */
    interface Control extends Library {
        void fake_script(String path);

        int fake_sessions();

        int fake_field_value_bytes();
    }

    private final Path library;
    private final Path script;
    private final Control control;
    private final Map<String, Object> answers = new TreeMap<>();

    private FakeDriver(Path library) {
        this.library = library;
        this.script = library.resolveSibling("script.txt");
        this.control = Native.load(library.toString(), Control.class);
        control.fake_script(script.toString());
    }

    /** Compiles the library; skips the test where there is no C compiler. */
    static FakeDriver compiled(Path folder, String... options) throws Exception {
        Path source = folder.resolve("fake_nvml.c");
        try (InputStream in = FakeDriver.class.getResourceAsStream("fake_nvml.c")) {
            Files.copy(in, source);
        }
        Path library = folder.resolve("libnvidia-ml-fake.so");
        List<String> command = new ArrayList<>(List.of("cc", "-std=c11", "-shared", "-fPIC"));
        command.addAll(List.of(options));
        command.addAll(List.of("-o", library.toString(), source.toString()));
        Path log = folder.resolve("cc.log");
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            assertThat(exit).as(Files.readString(log)).isZero();
        } catch (IOException e) {
            abort("no C compiler (cc) here, so the fake NVIDIA library cannot be built: " + e.getMessage());
        }
        return new FakeDriver(library);
    }

    /** Forgets all answers. */
    FakeDriver reset() throws IOException {
        answers.clear();
        return with("gpus", 0);
    }

    /** Sets an answer, at once and in one piece. */
    FakeDriver with(String key, Object value) throws IOException {
        answers.put(key, value);
        StringBuilder text = new StringBuilder();
        answers.forEach((k, v) -> text.append(k).append(' ').append(v).append('\n'));
        Path next = script.resolveSibling("script.next");
        Files.writeString(next, text);
        Files.move(next, script, StandardCopyOption.ATOMIC_MOVE);
        return this;
    }

    int openSessions() {
        return control.fake_sessions();
    }

    int fieldValueBytes() {
        return control.fake_field_value_bytes();
    }

    ProbeContext machine() {
        return machine(library.toString());
    }

    static ProbeContext machine(String library) {
        Path nowhere = Path.of("nowhere");
        return new ProbeContext(nowhere, nowhere, "a CPU", "GenuineIntel", 4, false, library);
    }
}
