package org.joulemark.app.ui.history;

/**
 * One thing known of a run.
 *
 * @param name what it is
 * @param value what is known
 * @param explanation what to know about it; possibly empty
 */
record Fact(String name, String value, String explanation) {}
