package org.joulemark.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Sizes for free dimensions. */
final class DimensionOptions {
    @Option(
            names = "--dim",
            paramLabel = "NAME=SIZE",
            description = "Size of a free dimension; others are 1. Repeatable.")
    Map<String, Long> sizes = new LinkedHashMap<>();
}
