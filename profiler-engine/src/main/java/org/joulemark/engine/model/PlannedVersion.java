package org.joulemark.engine.model;

/**
 * A model in a configuration, as a plan asks for it.
 *
 * @param key its identity
 * @param model the model
 * @param configuration how it is run
 */
public record PlannedVersion(VersionKey key, PlannedModel model, Configuration configuration) {}
