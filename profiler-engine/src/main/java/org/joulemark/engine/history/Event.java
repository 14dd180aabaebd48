package org.joulemark.engine.history;

import java.time.Instant;

/**
 * One entry of the ledger.
 *
 * @param seq place in the ledger, from 1 without holes
 * @param at wall time when it was written
 * @param actor who wrote it
 * @param kind what it records, see {@link EventKind}
 * @param body canonical JSON (RFC 8785)
 * @param bodySha256 lower-case hex SHA-256 of the body
 * @param previous hash of the entry before; zeros for the first
 * @param hash hash of this entry, see {@link EventHash}
 */
public record Event(
        long seq,
        Instant at,
        String actor,
        String kind,
        String body,
        String bodySha256,
        String previous,
        String hash) {}
