package org.joulemark.reports.excel;

import org.joulemark.engine.compare.Contender;

/** Names versions so that they are unique in a workbook over several runs. */
final class VersionKeys {
    private VersionKeys() {}

    static String of(Contender contender) {
        String run = contender.run().id().value();
        return contender.label() + " @" + run.substring(Math.max(0, run.length() - 6));
    }
}
