-- Layout 1. Everything but run_index and pending is append-only; run_index can be rebuilt from event at any time.
-- event.hash = SHA-256(0x00 | seq | ts_utc | mono_ns | actor | kind | body_sha | prev), see EventHash.
CREATE TABLE event (
  seq      INTEGER PRIMARY KEY CHECK (seq > 0),
  ts_utc   TEXT    NOT NULL,
  mono_ns  INTEGER NOT NULL,
  actor    TEXT    NOT NULL,
  kind     TEXT    NOT NULL,
  body     BLOB    NOT NULL,
  body_sha BLOB    NOT NULL,
  prev     BLOB    NOT NULL,
  hash     BLOB    NOT NULL UNIQUE
) STRICT;

-- Raw material by the SHA-256 of its bytes, which begin with their kind and layout version, see BlobCodec.
CREATE TABLE blob (
  sha256 BLOB NOT NULL PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;

-- Signed heads: Ed25519 over ledger id, seq, hash and time, see CheckpointText.
CREATE TABLE checkpoint (
  seq        INTEGER PRIMARY KEY REFERENCES event (seq),
  hash       BLOB NOT NULL,
  ts_utc     TEXT NOT NULL,
  public_key BLOB NOT NULL,
  signature  BLOB NOT NULL
) STRICT;

-- Live samples of runs that have not ended.
CREATE TABLE pending (
  run    TEXT    NOT NULL,
  sensor TEXT    NOT NULL,
  part   INTEGER NOT NULL,
  at     INTEGER NOT NULL,
  bytes  BLOB    NOT NULL,
  PRIMARY KEY (run, sensor, part)
) STRICT;

-- Projection for lists: one row a run; moments in nanoseconds since 1970-01-01T00:00Z.
CREATE TABLE run_index (
  run         TEXT    NOT NULL PRIMARY KEY,
  started     INTEGER NOT NULL,
  finished    INTEGER,
  status      TEXT,
  grade       TEXT,
  preset      TEXT    NOT NULL,
  site        TEXT,
  models      TEXT    NOT NULL,
  devices     TEXT    NOT NULL,
  versions    INTEGER NOT NULL,
  started_seq INTEGER NOT NULL REFERENCES event (seq),
  ended_seq   INTEGER REFERENCES event (seq)
) STRICT;
CREATE INDEX run_by_start ON run_index (started DESC, run DESC);
CREATE INDEX run_by_status ON run_index (status, started DESC, run DESC);

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER blob_no_update BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'blobs are append-only'); END;
CREATE TRIGGER blob_no_delete BEFORE DELETE ON blob BEGIN SELECT RAISE(ABORT, 'blobs are append-only'); END;
CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
  BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint
  BEGIN SELECT RAISE(ABORT, 'checkpoints are append-only'); END;
