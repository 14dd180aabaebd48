package org.joulemark.engine.model;

/**
 * A model the user named, before it has a place in a plan.
 *
 * @param name name of the version in tables
 * @param path where the file lies
 */
public record ModelFile(String name, String path) {}
