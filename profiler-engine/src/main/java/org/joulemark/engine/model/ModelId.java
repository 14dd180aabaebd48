package org.joulemark.engine.model;

/**
 * Identity of a model: what its bytes are, not where they lie.
 *
 * @param value lower-case hex SHA-256 over the file and, in name order, its external data files
 */
public record ModelId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
