package org.joulemark.engine.model;

import java.io.IOException;

/** Reads back the raw material behind a run's figures. */
public interface Evidence {
    /** Power trace of one sensor. @throws IOException if the blob is absent or does not match its hash */
    SensorTrace trace(BlobId id) throws IOException;

    /** Latencies of one trial. @throws IOException if the blob is absent or does not match its hash */
    LatencySeries latencies(BlobId id) throws IOException;

    /** Answers of one version. @throws IOException if the blob is absent or does not match its hash */
    Predictions predictions(BlobId id) throws IOException;
}
