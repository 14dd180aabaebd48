package org.joulemark.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A model in a plan.
 *
 * @param id its identity, unique in its plan
 * @param name name of the version in tables
 * @param path where the file lies
 */
public record PlannedModel(String id, String name, String path) {
    /** @throws IllegalArgumentException if the id is none */
    public PlannedModel {
        VersionKey.check("id", id);
    }

    /** These files in their order, with the ids {@code m1}, {@code m2}, …. */
    public static List<PlannedModel> numbered(List<ModelFile> files) {
        List<PlannedModel> models = new ArrayList<>();
        for (ModelFile file : files) {
            models.add(new PlannedModel("m" + (models.size() + 1), file.name(), file.path()));
        }
        return List.copyOf(models);
    }
}
