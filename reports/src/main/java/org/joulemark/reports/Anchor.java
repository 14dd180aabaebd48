package org.joulemark.reports;

/**
 * The end of the history when a report was made: printed on it, it is the outside witness against later rewriting.
 *
 * @param ledger random id of the history
 * @param seq number of the last event
 * @param hash hash of the last event, lower-case hex
 */
public record Anchor(String ledger, long seq, String hash) {}
