package org.joulemark.engine.model;

/**
 * Name of one run.
 *
 * @param value sortable text: UTC start time and random suffix, for example {@code 20261121T101502Z-7f3a9c}
 */
public record RunId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
