package org.joulemark.engine.model;

/**
 * Why a version has no result.
 *
 * @param stage {@code load}, {@code feed}, {@code warm-up}, {@code trial}, {@code evaluate}
 * @param kind {@code crashed}, {@code hung}, {@code out-of-memory}, {@code refused}, {@code error}
 * @param message one line in words a user understands
 * @param detail last lines the worker printed, possibly empty
 */
public record Failure(String stage, String kind, String message, String detail) {}
