package org.joulemark.engine.history;

import java.util.Objects;

/** The version of this program as its jar states it. */
final class ProgramVersion {
    private ProgramVersion() {}

    static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "development");
    }
}
