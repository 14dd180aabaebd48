package org.joulemark.engine.model;

/**
 * Identity of a measured version within its run. Trials, figures and rows are found by it, never by a name or label: those
 * are for eyes and may change or be the same for two.
 *
 * @param modelId {@link PlannedModel#id()}
 * @param configurationId {@link Configuration#id()}
 */
public record VersionKey(String modelId, String configurationId) {
    private static final char BETWEEN = '@';

    /** @throws IllegalArgumentException if one of the ids is empty or holds an at sign */
    public VersionKey {
        check("modelId", modelId);
        check("configurationId", configurationId);
    }

    static void check(String what, String id) {
        if (id.isBlank() || id.indexOf(BETWEEN) >= 0) {
            throw new IllegalArgumentException(what + " '" + id + "' is empty or holds '" + BETWEEN + "'");
        }
    }

    /** Reads {@link #text()}. @throws IllegalArgumentException if it is none */
    public static VersionKey parse(String text) {
        int at = text.indexOf(BETWEEN);
        if (at < 0) {
            throw new IllegalArgumentException("'" + text + "' is no modelId" + BETWEEN + "configurationId");
        }
        return new VersionKey(text.substring(0, at), text.substring(at + 1));
    }

    /** For example {@code m1@cpu.cpu.b1.t2}: key of a JSON map, and what a person may type where two names are the same. */
    public String text() {
        return modelId + BETWEEN + configurationId;
    }

    @Override
    public String toString() {
        return text();
    }
}
