package org.joulemark.engine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Checks the signed heads: each signs an event as it stands, with a key the ledger trusts, and the beginning and end of
 * every run have one. Trusted is the first key a ledger introduces, and each whose introduction is itself signed with a trusted key.
 */
final class CheckpointCheck {
    private final Findings findings;
    private final ChainCheck chain;
    private final String ledger;
    private final Set<String> trusted = new HashSet<>();
    private long signedTo;

    CheckpointCheck(Findings findings, ChainCheck chain, String ledger) {
        this.findings = findings;
        this.chain = chain;
        this.ledger = ledger;
        chain.keys().keySet().stream().limit(1).forEach(trusted::add);
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
                signedTo = Math.max(signedTo, checkpoint.seq());
                trustKeyOf(checkpoint.seq());
            } else {
                findings.problem(checkpoint.seq(), "checkpoint at event " + checkpoint.seq(), wrong);
            }
        }
        tellUnsealed(chain.starts(), sealed);
        tellUnsealed(chain.ends(), sealed);
        chain.keys().forEach((key, seq) -> {
            if (!trusted.contains(key)) {
                findings.problem(
                        seq,
                        "event " + seq + " (" + EventKind.KEY_INTRODUCED + ")",
                        "no earlier key signed for this new one: the old key was lost, or somebody else went on with"
                                + " this history");
            }
        });
        tellUnsigned();
        return good;
    }

    /** The program signs for the beginning and for the end of every run in the step that writes it. */
    private void tellUnsealed(Map<Long, String> events, Set<Long> sealed) {
        events.forEach((seq, name) -> {
            if (!sealed.contains(seq)) {
                findings.problem(seq, name, "its signed checkpoint is missing");
            }
        });
    }

    /** The last event that a trusted signature covers; 0 if none does. */
    long signedTo() {
        return signedTo;
    }

    /**
     * Compares the key that lies beside the file, if there is one: a ledger that was written anew under another key holds
     * in itself. A ledger that has no key yet takes the first one it finds.
     */
    void checkKeyBeside(Path folder) {
        if (!Files.exists(folder.resolve(SigningKey.FILE_NAME))) {
            return;
        }
        if (chain.keys().isEmpty()) {
            findings.note(
                    "a key lies beside this history, which never introduced one: it signed nothing here yet, or the"
                            + " events it signed were cut off");
            return;
        }
        try {
            String beside = Sha256.hex(SigningKey.existing(folder).publicKey());
            if (!trusted.contains(beside)) {
                findings.problem(
                        0,
                        "the key " + SigningKey.FILE_NAME + " beside the history",
                        "it is not one this ledger was sealed with: the ledger was written anew under another key, or"
                                + " the key is that of another history");
            }
        } catch (IOException e) {
            findings.unchecked(
                    "whether the key beside the history is the one that seals it, because it cannot be read: "
                            + Foreign.why(e));
        }
    }

    /** What was written since the last signature is chained to it, but anybody can chain. */
    private void tellUnsigned() {
        EventRow last = chain.last();
        if (last != null && last.seq() > signedTo) {
            findings.note("events " + (signedTo + 1) + " to " + last.seq()
                    + " stand behind the last signature: nobody has vouched for them yet");
        }
    }

    /** A key that is introduced by the event just found signed. */
    private void trustKeyOf(long seq) {
        chain.keys().forEach((key, introduced) -> {
            if (introduced == seq) {
                trusted.add(key);
            }
        });
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
        String key = Sha256.hex(checkpoint.publicKey());
        Long introduced = chain.keys().get(key);
        if (introduced == null || introduced > checkpoint.seq()) {
            return "the ledger does not know the key";
        }
        return trusted.contains(key) ? "" : "no earlier key signed for the key it is signed with";
    }
}
