package org.joulemark.engine.model;

/**
 * Identity of an evaluation set.
 *
 * @param name file name without its folder
 * @param sha256 lower-case hex SHA-256 of the file (of all files in name order for a folder)
 * @param task what is asked
 * @param rows number of rows
 */
public record DatasetFacts(String name, String sha256, Task task, long rows) {}
