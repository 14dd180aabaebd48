package org.joulemark.engine.model;

/**
 * Something noticed before, while or after measuring.
 *
 * @param code stable name, for example {@code not-steady}
 * @param severity how much it weighs
 * @param text one sentence for the user
 * @param remedy what to do about it, possibly empty
 */
public record Finding(String code, Severity severity, String text, String remedy) {}
