package org.joulemark.engine.bench;

import java.nio.file.Path;
import java.util.List;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.VersionKey;

/**
 * A model in a configuration, ready to be handed to a worker.
 *
 * @param key its identity in its run
 * @param name name of the version
 * @param path the model file
 * @param facts what the file is
 * @param configuration how it is run
 * @param inputs all rows of its inputs
 * @param notes what had to be chosen, for example sizes of free dimensions
 */
record PreparedVersion(
        VersionKey key,
        String name,
        Path path,
        ModelFacts facts,
        Configuration configuration,
        List<TensorData> inputs,
        List<String> notes) {}
