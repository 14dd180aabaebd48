package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded of the native libraries is what is loaded. */
class NativeCacheTest {
    @TempDir
    Path cache;

    private NativeCache natives = new NativeCache(Path.of(""), Map.of());

    @BeforeEach
    void unpack() throws UserError {
        natives = NativeCache.bundled(cache);
    }

    @Test
    void everyLibraryIsHashedFromItsFile() throws Exception {
        assertThat(natives.sha256()).hasSizeGreaterThanOrEqualTo(2).containsValue(natives.librarySha256());
        for (Path library : libraries()) {
            assertThat(natives.sha256()).containsEntry(library.getFileName().toString(), sha256(library));
        }
        assertThat(NativeCache.bundled(cache)).isEqualTo(natives);
    }

    @Test
    void aChangedLibraryIsRefusedAndUnpackedAnewWhenItsFolderIsGone() throws Exception {
        for (Path library : libraries()) {
            Files.write(library, new byte[] {1, 2, 3, 4}, StandardOpenOption.APPEND);
            assertThatThrownBy(() -> NativeCache.bundled(cache))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(library.toString())
                    .hasMessageContaining("delete the folder " + natives.folder())
                    .hasMessageNotContaining("\n");
            assertThatThrownBy(() ->
                            new WorkerProcesses().start(new WorkerSettings(cache, null, 1L << 32, 20_000_000_000L)))
                    .isInstanceOf(WorkerException.class)
                    .hasMessageContaining("is not the one this program brought along");
            Files.delete(library);
            assertThat(NativeCache.bundled(cache)).isEqualTo(natives);
        }
    }

    @Test
    void aLibraryThatWasNotBroughtAlongIsRefused() throws Exception {
        Path first = libraries().getFirst();
        String suffix = first.toString().substring(first.toString().lastIndexOf('.'));
        Files.copy(first, natives.folder().resolve("libonnxruntime_providers_shared_extra" + suffix));
        assertThatThrownBy(() -> NativeCache.bundled(cache)).hasMessageContaining("providers_shared_extra");
    }

    @Test
    void aNamedBuildIsRecordedAsItsFilesAre() throws Exception {
        NativeCache named = NativeCache.of(natives.folder());
        assertThat(named.sha256()).isEqualTo(natives.sha256());
        for (Path library : libraries()) {
            Files.write(library, new byte[] {1, 2, 3, 4}, StandardOpenOption.APPEND);
            assertThat(NativeCache.of(natives.folder()).sha256())
                    .containsEntry(library.getFileName().toString(), sha256(library));
        }
        assertThat(NativeCache.of(natives.folder()).librarySha256()).isNotEqualTo(natives.librarySha256());
    }

    private List<Path> libraries() throws IOException {
        try (var files = Files.list(natives.folder())) {
            return files.sorted().toList();
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
