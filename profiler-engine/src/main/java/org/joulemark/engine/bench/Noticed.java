package org.joulemark.engine.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.joulemark.engine.dataset.EvaluationSet;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.PlannedModel;
import org.jspecify.annotations.Nullable;

/** Collects what is noticed of models and data before a run, each thing once, with the models it is true of. */
final class Noticed {
    private final List<PlannedModel> models;
    private final Map<Finding, Set<PlannedModel>> where = new LinkedHashMap<>();
    private final Set<String> arrays = new HashSet<>();

    /** Collects for these models. */
    Noticed(List<PlannedModel> models) {
        this.models = models;
    }

    void add(PlannedModel model, Finding finding) {
        where.computeIfAbsent(finding, _ -> new LinkedHashSet<>()).add(model);
    }

    /** A model takes these arrays of the data. */
    void take(Set<String> names) {
        arrays.addAll(names);
    }

    /** All of it; what is not true of every model names those it is true of. */
    List<Finding> findings(@Nullable EvaluationSet data) {
        List<Finding> all = new ArrayList<>();
        if (data != null) {
            all.addAll(data.findings());
            all.addAll(data.ignored(arrays));
        }
        where.forEach((finding, those) -> all.add(
                those.size() == models.size()
                        ? finding
                        : new Finding(
                                finding.code(),
                                finding.severity(),
                                names(those) + ": " + finding.text(),
                                finding.remedy())));
        return List.copyOf(all);
    }

    private static String names(Set<PlannedModel> models) {
        return models.stream().map(PlannedModel::name).collect(Collectors.joining(", "));
    }
}
