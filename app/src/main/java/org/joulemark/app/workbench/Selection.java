package org.joulemark.app.workbench;

import java.util.ArrayList;
import java.util.List;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;
import org.joulemark.engine.model.VersionResult;

/**
 * Picks versions out of the history: {@code RUN} takes all versions of a run, {@code RUN:VERSION} one of them; RUN is
 * the beginning of an id, or {@code last}.
 */
public final class Selection {
    private Selection() {}

    /** The versions that {@code texts} name; all of the last run without any. @throws UserError if there is none such */
    public static List<Contender> of(History history, List<String> texts) throws UserError {
        List<Contender> contenders = new ArrayList<>();
        for (String text : texts.isEmpty() ? List.of("last") : texts) {
            int colon = text.indexOf(':');
            Run run = history.run(colon < 0 ? text : text.substring(0, colon));
            String version = colon < 0 ? "" : text.substring(colon + 1);
            List<Contender> found = run.versions().stream()
                    .map(result -> new Contender(run, result))
                    .filter(contender -> version.isEmpty()
                            || contender.label().equals(version)
                            || contender.version().name().equals(version))
                    .toList();
            if (found.isEmpty()) {
                throw UserError.usage("run " + run.id() + " has no version '" + version + "'; it has "
                        + run.versions().stream().map(VersionResult::name).toList());
            }
            contenders.addAll(found);
        }
        return List.copyOf(contenders);
    }

    /** The same versions with the named one first. */
    public static List<Contender> withBaseline(List<Contender> contenders, String baseline) throws UserError {
        Contender first = contenders.stream()
                .filter(contender -> contender.label().equals(baseline)
                        || contender.version().name().equals(baseline))
                .findFirst()
                .orElseThrow(() -> UserError.usage("no version '" + baseline + "' to compare with; there are "
                        + contenders.stream().map(Contender::label).toList()));
        List<Contender> ordered = new ArrayList<>(contenders);
        ordered.remove(first);
        ordered.addFirst(first);
        return List.copyOf(ordered);
    }
}
