package org.joulemark.app.cli;

import picocli.CommandLine.Option;

/** Options every verb has. */
final class OutputOptions {
    @Option(names = "--json", description = "Print JSON instead of text.")
    boolean json;

    @Option(names = "--verbose", description = "Show technical details of errors.")
    boolean verbose;
}
