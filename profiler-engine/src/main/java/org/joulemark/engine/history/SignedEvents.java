package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which events are signed for themselves with a key the ledger trusts. Anybody can chain an event to the last one; what a
 * program goes on with must be its own.
 */
final class SignedEvents {
    private final Connection connection;
    private final String ledger;
    private final Set<String> trusted = new HashSet<>();

    private SignedEvents(Connection connection, String ledger) {
        this.connection = connection;
        this.ledger = ledger;
    }

    /** Trusts the first key the ledger introduces, and each whose introduction is itself signed with a trusted one. */
    static SignedEvents of(Connection connection) throws SQLException, IOException {
        SignedEvents signed = new SignedEvents(connection, Ledger.id(connection));
        for (EventRow introduction : LedgerKey.introductions(connection)) {
            if (signed.trusted.isEmpty() || signed.hold(introduction)) {
                signed.trusted.add(LedgerKey.introducedBy(introduction));
            }
        }
        return signed;
    }

    /** Whether the event is what its hash says and has a signature of its own that holds. */
    boolean hold(EventRow event) throws SQLException {
        if (!Arrays.equals(Sha256.of(event.body()), event.bodySha())
                || !Arrays.equals(event.computedHash(), event.hash())) {
            return false;
        }
        List<Checkpoint> own = Checkpoint.at(connection, event.seq());
        return own.stream()
                .anyMatch(checkpoint -> Arrays.equals(checkpoint.hash(), event.hash())
                        && trusted.contains(Sha256.hex(checkpoint.publicKey()))
                        && checkpoint.signatureHolds(ledger));
    }
}
