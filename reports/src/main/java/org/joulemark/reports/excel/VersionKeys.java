package org.joulemark.reports.excel;

import org.joulemark.engine.compare.Contender;

/** Names versions for eyes in a workbook over several runs; formulas find rows by the version's number. */
final class VersionKeys {
    private VersionKeys() {}

    static String of(Contender contender) {
        String run = contender.run().id().value();
        return contender.label() + " @" + run.substring(Math.max(0, run.length() - 6));
    }
}
