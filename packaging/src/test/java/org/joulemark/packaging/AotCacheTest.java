package org.joulemark.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AotCacheTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aLauncherIsToldOfTheCacheBeforeItsOtherOptions(String end) {
        String plain = String.join(end, "[Application]", "app.mainclass=A", "", "[JavaOptions]", "java-options=-Xmx1g");
        assertThat(AotCache.turnedOn(plain).lines())
                .containsExactly(
                        "[Application]",
                        "app.mainclass=A",
                        "",
                        "[JavaOptions]",
                        "java-options=-XX:AOTCache=$APPDIR/joulemark.aot",
                        "java-options=-Xlog:aot*=off",
                        "java-options=-Xlog:cds*=off",
                        "java-options=-Xmx1g");
    }

    @Test
    void trainingWritesTheFileThatIsReadLaterAndNeedsNoDisplay() {
        assertThat(AotCache.training("[JavaOptions]\n").lines())
                .containsExactly(
                        "[JavaOptions]",
                        "java-options=-XX:AOTCacheOutput=$APPDIR/joulemark.aot",
                        "java-options=-Dglass.platform=Headless",
                        "java-options=-Dprism.order=sw");
    }
}
