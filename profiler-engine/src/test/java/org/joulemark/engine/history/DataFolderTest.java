package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataFolderTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void ownVariableWinsEverywhere() {
        Map<String, String> environment = Map.of("JOULEMARK_HOME", "/data/jm", "XDG_DATA_HOME", "/x", "APPDATA", "/a");
        for (String os : new String[] {"Linux", "Windows 11", "Mac OS X"}) {
            assertThat(DataFolder.resolve(environment, os, HOME)).isEqualTo(Path.of("/data/jm"));
        }
    }

    @Test
    void linuxFollowsXdg() {
        assertThat(DataFolder.resolve(Map.of("XDG_DATA_HOME", "/x"), "Linux", HOME))
                .isEqualTo(Path.of("/x/joulemark"));
        assertThat(DataFolder.resolve(Map.of(), "Linux", HOME)).isEqualTo(HOME.resolve(".local/share/joulemark"));
        assertThat(DataFolder.resolve(Map.of("XDG_DATA_HOME", "relative"), "Linux", HOME))
                .isEqualTo(HOME.resolve(".local/share/joulemark"));
        assertThat(DataFolder.resolve(Map.of("JOULEMARK_HOME", " "), "Linux", HOME))
                .isEqualTo(HOME.resolve(".local/share/joulemark"));
    }

    @Test
    void windowsAndMacHaveTheirs() {
        assertThat(DataFolder.resolve(Map.of("APPDATA", "/roaming"), "Windows 11", HOME))
                .isEqualTo(Path.of("/roaming/Joulemark"));
        assertThat(DataFolder.resolve(Map.of(), "Mac OS X", HOME))
                .isEqualTo(HOME.resolve("Library/Application Support/Joulemark"));
    }
}
