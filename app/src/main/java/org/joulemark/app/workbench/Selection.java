package org.joulemark.app.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.UserError;

/**
 * Picks versions out of the history: {@code RUN} takes all versions of a run, {@code RUN:VERSION} one of them; RUN is
 * the beginning of an id, or {@code last}, VERSION its key, its label or its name.
 */
public final class Selection {
    private Selection() {}

    /** What {@link #of} finds this version by, and no other: the whole id of its run and its key. */
    public static String text(Contender contender) {
        return contender.run().id() + ":" + contender.version().key().text();
    }

    /** The versions that {@code texts} name; all of the last run without any. @throws UserError if there is none such */
    public static List<Contender> of(History history, List<String> texts) throws UserError {
        List<Contender> contenders = new ArrayList<>();
        for (String text : texts.isEmpty() ? List.of("last") : texts) {
            int colon = text.indexOf(':');
            Run run = history.run(colon < 0 ? text : text.substring(0, colon));
            List<Contender> all = run.versions().stream()
                    .map(result -> new Contender(run, result))
                    .toList();
            if (colon < 0 || colon + 1 == text.length()) {
                contenders.addAll(all);
            } else {
                contenders.add(one(all, text.substring(colon + 1), "run " + run.id()));
            }
        }
        return List.copyOf(contenders);
    }

    /** The same versions with the named one first. */
    public static List<Contender> withBaseline(List<Contender> contenders, String baseline) throws UserError {
        Contender first = one(contenders, baseline, "the comparison");
        List<Contender> ordered = new ArrayList<>(contenders);
        ordered.remove(first);
        ordered.addFirst(first);
        return List.copyOf(ordered);
    }

    /** The version of that key, else the only one of that label, else the only one of that name. */
    private static Contender one(List<Contender> all, String typed, String where) throws UserError {
        List<Predicate<Contender>> ways = List.of(
                one -> text(one).equals(typed),
                one -> one.version().key().text().equals(typed),
                one -> one.label().equals(typed),
                one -> one.version().name().equals(typed));
        for (Predicate<Contender> way : ways) {
            List<Contender> found = all.stream().filter(way).toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (found.size() > 1) {
                throw UserError.usage(where + " has " + found.size() + " versions '" + typed + "': "
                        + String.join(
                                ", ", found.stream().map(one -> told(one, all)).toList()) + "; give one of these keys");
            }
        }
        throw UserError.usage(where + " has no version '" + typed + "'; it has "
                + all.stream().map(Contender::label).toList());
    }

    /** A key that says which, with the run where there are several, and its label. */
    private static String told(Contender one, List<Contender> all) {
        boolean severalRuns = all.stream().map(Contender::run).distinct().count() > 1;
        String key = severalRuns ? text(one) : one.version().key().text();
        return key + " (" + one.label() + ")";
    }
}
