package org.joulemark.app.ui.compare;

import java.util.List;
import org.joulemark.app.workbench.Selection;
import org.joulemark.engine.compare.Contender;

/** Names of versions for columns: as short as can be told apart. */
final class Headings {
    private Headings() {}

    /** One heading for each; those of the same label get the end of their run's id. */
    static List<String> of(List<Contender> contenders) {
        return contenders.stream()
                .map(one -> alone(one, contenders)
                        ? one.label()
                        : one.label() + " · " + shortId(one.run().id().value()))
                .toList();
    }

    /** What the history finds this version by: {@code RUN:VERSION}, VERSION being its key. */
    static String key(Contender contender) {
        return Selection.text(contender);
    }

    /** The random end of a run's id. */
    static String shortId(String runId) {
        return runId.substring(runId.lastIndexOf('-') + 1);
    }

    private static boolean alone(Contender one, List<Contender> all) {
        return all.stream().filter(other -> other.label().equals(one.label())).count() == 1;
    }
}
