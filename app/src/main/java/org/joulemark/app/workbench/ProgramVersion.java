package org.joulemark.app.workbench;

/** Version of this program, from the manifest of its jar. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** For example "0.2.0"; "development" when run from class files. */
    public static String text() {
        String version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
