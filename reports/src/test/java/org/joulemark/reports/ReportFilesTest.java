package org.joulemark.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.joulemark.engine.model.UserError;
import org.joulemark.reports.label.SvgLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report replaces a report, never a folder. */
class ReportFilesTest {
    @TempDir
    Path folder;

    @Test
    void anEmptyFolderIsNotReplacedByAFile() throws Exception {
        Path target = Files.createDirectory(folder.resolve("label.svg"));

        assertThatThrownBy(() -> ReportFiles.write(new SvgLabel(), new SampleInput().build(), target))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.kind()).isEqualTo(UserError.Kind.USAGE))
                .hasMessageContaining("it is a folder");
        assertThat(target).isEmptyDirectory();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
