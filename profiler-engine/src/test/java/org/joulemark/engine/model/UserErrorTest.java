package org.joulemark.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserErrorTest {
    private static final Path TARGET = Path.of("out", "label.svg");

    private static String said(java.io.IOException e) {
        return UserError.unwritable(TARGET, e).line();
    }

    @Test
    void theRemedyForAFileThatCannotBeWrittenGoesWithTheReason() {
        assertThat(said(new FileSystemException("out/label.svg", null, "No space left on device")))
                .isEqualTo("cannot write " + TARGET
                        + ": No space left on device; free some space or choose another folder");
        assertThat(said(new NoSuchFileException("out")))
                .contains("there is no such")
                .doesNotContain("free some space");
        assertThat(said(new AccessDeniedException("out")))
                .isEqualTo("cannot write " + TARGET + ": permission denied; choose a folder where files can be made");
        assertThat(said(new FileAlreadyExistsException("out")))
                .contains("a file stands where a folder is needed; choose a folder");
    }
}
