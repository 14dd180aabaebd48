package org.joulemark.app.ui.compare;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunFilter;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.UserError;
import org.jspecify.annotations.Nullable;

/** Finds runs whose versions can be compared. */
final class RunCatalogue {
    /** Most runs offered at once; older ones are found by the name of a model. */
    static final int MOST = 200;

    private RunCatalogue() {}

    /** Ended runs with versions that match all words of {@code text}, the newest first. */
    static List<RunSummary> find(History history, String text) throws UserError {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<RunSummary> recent = history.list(RunFilter.all().limit(MOST));
        if (wanted.isEmpty()) {
            return recent.stream().filter(RunCatalogue::comparable).toList();
        }
        Map<String, RunSummary> found = new LinkedHashMap<>();
        String model = wanted.split("\\s+", 2)[0];
        Stream.concat(
                        recent.stream(),
                        history.list(RunFilter.all().withModel(model).limit(MOST)).stream())
                .filter(run -> comparable(run) && matches(run, wanted))
                .forEach(run -> found.putIfAbsent(run.id().value(), run));
        return found.values().stream()
                .sorted(Comparator.comparing(RunSummary::startedAt).reversed())
                .toList();
    }

    /** The newest completed run with versions; null if there is none. */
    static @Nullable RunSummary lastCompleted(History history) throws UserError {
        return history.list(RunFilter.all().withStatus(RunStatus.COMPLETED).limit(MOST)).stream()
                .filter(RunCatalogue::comparable)
                .findFirst()
                .orElse(null);
    }

    private static boolean comparable(RunSummary run) {
        return run.status() != null && run.versions() > 0;
    }

    private static boolean matches(RunSummary run, String wanted) {
        String text = String.join(
                        " ",
                        run.id().value(),
                        String.join(" ", run.models()),
                        String.join(" ", run.devices()),
                        run.preset(),
                        run.site() == null ? "" : run.site(),
                        run.startedAt().toString())
                .toLowerCase(Locale.ROOT);
        return Stream.of(wanted.split("\\s+", -1)).allMatch(text::contains);
    }
}
