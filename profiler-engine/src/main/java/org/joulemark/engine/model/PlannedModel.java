package org.joulemark.engine.model;

/**
 * A model the user asked for.
 *
 * @param name name of the version in tables, unique in its plan
 * @param path where the file lies
 */
public record PlannedModel(String name, String path) {}
