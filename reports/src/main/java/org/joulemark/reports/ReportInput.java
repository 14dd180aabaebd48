package org.joulemark.reports;

import java.time.Instant;
import org.joulemark.engine.compare.Comparison;
import org.joulemark.engine.compare.Contender;

/**
 * What a report is made of.
 *
 * @param comparison versions side by side, the baseline first
 * @param subject the version a label speaks of; one of the comparison's
 * @param anchor end of the history
 * @param generatedAt when the report is made
 * @param softwareVersion version of this program
 */
public record ReportInput(
        Comparison comparison, Contender subject, Anchor anchor, Instant generatedAt, String softwareVersion) {}
