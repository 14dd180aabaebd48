package org.joulemark.engine.model;

/**
 * A file beside the model that holds part of its weights.
 *
 * @param location path as the model names it, relative to the model's folder
 * @param sizeBytes size of the file in bytes
 * @param sha256 lower-case hex SHA-256 of the file
 */
public record ExternalFile(String location, long sizeBytes, String sha256) {}
