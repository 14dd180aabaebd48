package org.joulemark.engine.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.BlobId;
import org.jspecify.annotations.Nullable;

/** Walks the events in order and checks each against its own hash and the one before; gathers what later checks need. */
final class ChainCheck {
    /** Far more than the record of any run takes; what is larger is not read into memory as a document. */
    private static final int MOST_BODY_BYTES = 1 << 24;

    private final Findings findings;
    private final Map<Long, byte[]> hashes = new HashMap<>();
    private final Map<Long, String> ends = new LinkedHashMap<>();
    private final Map<Long, String> starts = new LinkedHashMap<>();
    private final Map<String, Long> keys = new LinkedHashMap<>();
    private final Map<BlobId, EventName> references = new LinkedHashMap<>();
    private final Map<String, IndexRow> index = new LinkedHashMap<>();
    private final CourseCheck course;
    private final RunReconciliation runs;
    private final TimeCheck times;
    private @Nullable EventRow last;

    ChainCheck(Findings findings) {
        this.findings = findings;
        this.course = new CourseCheck(findings);
        this.runs = new RunReconciliation(findings);
        this.times = new TimeCheck(findings);
    }

    void next(EventRow event) {
        checkPlace(event);
        checkHashes(event);
        hashes.put(event.seq(), event.hash());
        last = event;
        try {
            gather(event);
        } catch (IOException | RuntimeException e) {
            findings.event(event, "its body cannot be read: " + Foreign.why(e));
        }
    }

    /** After the last event. */
    void finish() {
        runs.finish();
        times.finish();
    }

    long count() {
        return hashes.size();
    }

    @Nullable
    EventRow last() {
        return last;
    }

    /** Stored hash of an event, or null. */
    byte @Nullable [] hash(long seq) {
        return hashes.get(seq);
    }

    /** Name of each event that ends a run, by its number. */
    Map<Long, String> ends() {
        return ends;
    }

    /** Name of each event that begins a run, by its number. */
    Map<Long, String> starts() {
        return starts;
    }

    /** Runs that began and did not end. */
    long unended() {
        return runs.unended();
    }

    /** First event that introduces each public key (hex), in their order. */
    Map<String, Long> keys() {
        return keys;
    }

    /** First event that speaks of each blob and is part of what counts. */
    Map<BlobId, EventName> references() {
        return references;
    }

    /** What the list of runs must hold. */
    Map<String, IndexRow> index() {
        return index;
    }

    private void checkPlace(EventRow event) {
        long before = last == null ? 0 : last.seq();
        if (event.seq() != before + 1) {
            String missing = event.seq() - before == 2
                    ? "event " + (before + 1) + " before it is missing"
                    : "events " + (before + 1) + " to " + (event.seq() - 1) + " before it are missing";
            findings.event(event, missing);
        }
        byte[] expected = last == null ? new byte[Sha256.BYTES] : last.hash();
        if (!Arrays.equals(event.previous(), expected)) {
            findings.event(
                    event,
                    last == null
                            ? "it is not the first event of a ledger"
                            : "the hash it gives for the event before is not that of event " + before
                                    + ": one of the two was changed, put in or moved");
        }
    }

    private void checkHashes(EventRow event) {
        if (!Arrays.equals(Sha256.of(event.body()), event.bodySha())) {
            findings.event(event, "its body does not match the hash of the body: one of the two was changed");
        }
        if (!Arrays.equals(event.computedHash(), event.hash())) {
            findings.event(event, "it does not match its own hash: a field or the hash was changed");
        }
    }

    private void gather(EventRow event) throws IOException {
        if (event.body().length > MOST_BODY_BYTES) {
            throw new IOException("it has " + event.body().length + " bytes, more than this program writes");
        }
        if (!Arrays.equals(RecordJson.recanonicalise(event.body()), event.body())) {
            findings.event(event, "its body is not in canonical form");
        }
        if (event.kindText().equals(EventKind.KEY_INTRODUCED)) {
            keys.putIfAbsent(Ledger.part(event, "publicKey").asText(), event.seq());
        }
        if (event.kindText().equals(EventKind.RUN_STARTED)) {
            starts.put(event.seq(), event.name());
        }
        course.next(event);
        Set<Long> notKept = NotKept.of(event).events();
        references.values().removeIf(of -> notKept.contains(of.seq()));
        for (BlobId blob : BlobReferences.of(event)) {
            references.putIfAbsent(blob, EventName.of(event));
        }
        runs.next(event);
        times.next(event);
        RunIndex.fold(event, index);
        if (EventKind.endsRun(event.kindText())) {
            ends.put(event.seq(), event.name());
        }
    }
}
