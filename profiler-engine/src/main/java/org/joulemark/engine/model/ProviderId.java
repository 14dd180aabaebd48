package org.joulemark.engine.model;

import java.util.regex.Pattern;

/**
 * Name of an execution provider of ONNX Runtime. Those on offer stand in {@link ExecutionProviders#ALL}; a record may name
 * another.
 *
 * @param value small letters, digits and hyphens, for example {@code cuda}
 */
public record ProviderId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9-]+");

    /** The CPU execution provider, in every build of ONNX Runtime. */
    public static final ProviderId CPU = new ProviderId("cpu");

    /** @throws IllegalArgumentException if it has another form */
    public ProviderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is no name of an execution provider");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
