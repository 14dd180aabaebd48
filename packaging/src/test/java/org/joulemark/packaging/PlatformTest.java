package org.joulemark.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlatformTest {
    private static final Path OUT = Path.of("out");

    @ParameterizedTest
    @CsvSource({"Linux,LINUX", "Mac OS X,MAC", "Windows 11,WINDOWS", "FreeBSD,LINUX"})
    void isKnownByTheNameJavaGivesIt(String osName, Platform platform) {
        assertThat(Platform.named(osName)).isEqualTo(platform);
    }

    @ParameterizedTest
    @EnumSource
    void everythingLiesInsideTheImage(Platform platform) {
        assertThat(platform.launcher(OUT)).startsWithRaw(platform.root(OUT));
        assertThat(platform.app(OUT)).startsWithRaw(platform.root(OUT));
        assertThat(platform.runtime(OUT)).startsWithRaw(platform.root(OUT));
    }

    @Test
    void aMacIsNotToldAVersionItWouldRefuse() {
        assertThat(Platform.MAC.options("0.9.0", OUT)).doesNotContain("--app-version");
        assertThat(Platform.MAC.options("1.0.0", OUT)).containsSequence("--app-version", "1.0.0");
    }

    @Test
    void windowsHasALauncherWithConsoleAndOneWithout() {
        assertThat(Platform.WINDOWS.options("0.1.0", Path.of("w.properties")))
                .contains("--win-console")
                .containsSequence("--add-launcher", "joulemarkw=w.properties");
    }
}
