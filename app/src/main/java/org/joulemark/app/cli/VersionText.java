package org.joulemark.app.cli;

import org.joulemark.app.workbench.ProgramVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"joulemark " + ProgramVersion.text()};
    }
}
