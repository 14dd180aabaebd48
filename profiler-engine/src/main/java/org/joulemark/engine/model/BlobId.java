package org.joulemark.engine.model;

/**
 * Content address of a stored blob.
 *
 * @param value lower-case hex SHA-256 of the stored bytes
 */
public record BlobId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
