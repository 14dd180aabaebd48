package org.joulemark.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * How close the raw outputs of a version are to those of a reference version on the same rows.
 *
 * @param reference name of the reference version
 * @param labelAgreement share of rows with the same label; null for regression
 * @param maxAbsDifference largest absolute difference of any element; null if shapes or types differ
 * @param cosine mean cosine similarity of the rows' output vectors; null if shapes or types differ
 * @param note what could not be compared, possibly empty
 */
public record AgreementResult(
        String reference,
        @Nullable Double labelAgreement,
        @Nullable Double maxAbsDifference,
        @Nullable Double cosine,
        String note) {}
