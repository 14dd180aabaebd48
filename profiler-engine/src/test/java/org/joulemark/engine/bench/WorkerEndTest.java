package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.joulemark.engine.model.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model did is told apart from what was done to the worker. */
class WorkerEndTest {
    @ParameterizedTest
    @CsvSource({"129,SIGHUP", "130,SIGINT", "137,SIGKILL", "143,SIGTERM"})
    void aSignalFromOutsideIsNotTheModelsFault(int exitValue, String signal) {
        Failure failure = WorkerEnd.ended("run", exitValue, "", 0);

        assertThat(failure.kind()).isEqualTo("killed");
        assertThat(failure.message()).contains(signal, "from outside").doesNotContain("crash", "lack of memory");
    }

    @Test
    void theSystemsMemoryKillerIsNamedOnlyIfItStruck() {
        assertThat(WorkerEnd.ended("run", 137, "", 1).message()).contains("SIGKILL", "lack of memory");
        assertThat(WorkerEnd.ended("run", 143, "", 1).message()).doesNotContain("memory");
    }

    @ParameterizedTest
    @CsvSource({"132,SIGILL", "134,SIGABRT", "135,SIGBUS", "136,SIGFPE", "139,SIGSEGV"})
    void aSignalOfItsOwnIsACrash(int exitValue, String signal) {
        Failure failure = WorkerEnd.ended("run", exitValue, "", 0);

        assertThat(failure.kind()).isEqualTo("crashed");
        assertThat(failure.message())
                .isEqualTo(
                        "the model crashed ONNX Runtime: " + failure.message().replaceFirst("^.*: ", ""));
        assertThat(failure.message()).contains(signal);
    }

    @Test
    void aCrashSignalThatAnotherProcessSentIsNoCrash() {
        String tail = "# A fatal error has been detected by the Java Runtime Environment:\n"
                + "#  SIGSEGV (0xb) at pc=0x00007f (sent by kill), pid=7, tid=8";

        assertThat(WorkerEnd.ended("run", 134, tail, 0).kind()).isEqualTo("killed");
    }

    @Test
    void beforeAModelIsLoadedNoModelIsBlamed() {
        assertThat(WorkerEnd.ended("start", 134, "", 0).message()).doesNotContain("model");
        assertThat(WorkerEnd.ended("start", 1, "Exception in thread \"main\" java.lang.Error: no", 0)
                        .message())
                .doesNotContain("model")
                .contains("exit code 1", "java.lang.Error: no");
    }

    @Test
    void aLibraryThatMayNotBeLoadedIsNamedWithItsFolderAndTheRemedy() {
        String tail = "WARNING: something\nException in thread \"main\" java.lang.UnsatisfiedLinkError:"
                + " /data/cache/libonnxruntime.so: failed to map segment from shared object\n\tat java.base";

        assertThat(WorkerEnd.ended("start", 1, tail, 0).message())
                .contains("/data/cache/libonnxruntime.so", "noexec", "JOULEMARK_HOME")
                .doesNotContain("\n", "\t", "Exception");
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0000005})
    void anAccessViolationOfWindowsIsACrash(int exitValue) {
        assertThat(WorkerEnd.ended("run", exitValue, "", 0).message()).contains("crashed", "0xC0000005");
    }

    @Test
    void killsForLackOfMemoryAreCountedWhereTheSystemCounts(@TempDir Path folder) throws Exception {
        Path vmstat = Files.writeString(folder.resolve("vmstat"), "pgfault 9\noom_kill 3\noom_kill_disable 0\n");

        assertThat(MemoryKiller.kills(vmstat)).isEqualTo(3);
        assertThat(MemoryKiller.kills(folder.resolve("none"))).isZero();
    }
}
