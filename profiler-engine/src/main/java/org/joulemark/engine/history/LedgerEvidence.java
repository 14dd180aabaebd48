package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.SQLException;
import org.joulemark.engine.history.codec.BlobCodec;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.SensorTrace;

/** Raw material out of the ledger's blobs, each checked against its hash. */
final class LedgerEvidence implements Evidence {
    private final LedgerStore store;

    LedgerEvidence(LedgerStore store) {
        this.store = store;
    }

    @Override
    public SensorTrace trace(BlobId id) throws IOException {
        return BlobCodec.trace(bytes(id));
    }

    @Override
    public LatencySeries latencies(BlobId id) throws IOException {
        return BlobCodec.latencies(bytes(id));
    }

    @Override
    public Predictions predictions(BlobId id) throws IOException {
        return BlobCodec.predictions(bytes(id));
    }

    private byte[] bytes(BlobId id) throws IOException {
        try {
            return store.read(connection -> Blobs.get(connection, id));
        } catch (SQLException e) {
            throw StoreTrouble.ioException(store.file(), e);
        }
    }
}
