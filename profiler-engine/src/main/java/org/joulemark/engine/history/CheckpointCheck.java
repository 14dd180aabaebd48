package org.joulemark.engine.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Checks the signed heads: each signs an event as it stands, with a key the ledger knows, and every run's end has one. */
final class CheckpointCheck {
    private final Findings findings;
    private final ChainCheck chain;
    private final String ledger;

    CheckpointCheck(Findings findings, ChainCheck chain, String ledger) {
        this.findings = findings;
        this.chain = chain;
        this.ledger = ledger;
    }

    /** Checks every checkpoint and gives the number of those that hold. */
    long check(Connection connection) throws SQLException {
        Set<Long> sealed = new HashSet<>();
        long good = 0;
        for (Checkpoint checkpoint : Checkpoint.all(connection)) {
            sealed.add(checkpoint.seq());
            String wrong = wrong(checkpoint);
            if (wrong.isEmpty()) {
                good++;
            } else {
                findings.problem(checkpoint.seq(), "checkpoint at event " + checkpoint.seq(), wrong);
            }
        }
        chain.ends().forEach((seq, name) -> {
            if (!sealed.contains(seq)) {
                findings.problem(seq, name, "its signed checkpoint is missing");
            }
        });
        return good;
    }

    private String wrong(Checkpoint checkpoint) {
        byte[] hash = chain.hash(checkpoint.seq());
        if (hash == null) {
            return "the event it signs is missing";
        }
        if (!Arrays.equals(hash, checkpoint.hash())) {
            return "the event is not the one that was signed";
        }
        if (!checkpoint.signatureHolds(ledger)) {
            return "the signature does not hold";
        }
        Long introduced = chain.introduced(Sha256.hex(checkpoint.publicKey()));
        return introduced == null || introduced > checkpoint.seq() ? "the ledger does not know the key" : "";
    }
}
