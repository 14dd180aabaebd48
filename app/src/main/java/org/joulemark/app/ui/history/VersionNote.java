package org.joulemark.app.ui.history;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.VersionResult;

/**
 * Something that was noticed of a version, or why it has no result.
 *
 * @param version the version
 * @param text what
 * @param explanation what to do about it, or what the worker printed last; possibly empty
 * @param severity how much it weighs
 */
record VersionNote(String version, String text, String explanation, Severity severity) {
    /** All of a run. */
    static List<VersionNote> of(Run run, Texts texts) {
        List<VersionNote> notes = new ArrayList<>();
        for (VersionResult version : run.versions()) {
            String label = new Contender(run, version).label();
            Failure failure = version.failure();
            if (failure != null) {
                notes.add(new VersionNote(
                        label,
                        texts.format("version.failed", failure.stage(), failure.kind(), failure.message()),
                        failure.detail(),
                        Severity.INVALID));
            }
            for (Finding finding : version.findings()) {
                notes.add(new VersionNote(
                        label, texts.said(finding.text()), texts.said(finding.remedy()), finding.severity()));
            }
        }
        return List.copyOf(notes);
    }
}
