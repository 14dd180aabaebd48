package org.joulemark.engine.history;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.history.codec.BlobCodec;
import org.joulemark.engine.history.codec.CorruptBlobException;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.SensorTrace;
import org.jspecify.annotations.Nullable;

/** Live samples of runs that have not ended, in parts of about a second. */
final class PendingSamples {
    private PendingSamples() {}

    static void add(Connection connection, RunId run, SensorId sensor, SensorTrace chunk) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO pending SELECT ?1, ?2, COALESCE(MAX(part), -1) + 1, ?3, ?4 FROM pending"
                        + " WHERE run = ?1 AND sensor = ?2",
                run.value(),
                sensor.value(),
                IndexRow.epochNanos(Instant.now()),
                BlobCodec.encode(chunk));
    }

    static void drop(Connection connection, RunId run) throws SQLException {
        Sql.update(connection, "DELETE FROM pending WHERE run = ?", run.value());
    }

    /** When the last part came; null if none did. */
    static @Nullable Instant lastSign(Connection connection, RunId run) throws SQLException {
        long last = Sql.number(connection, "SELECT COALESCE(MAX(at), -1) FROM pending WHERE run = ?", run.value());
        return last < 0 ? null : IndexRow.moment(last);
    }

    /** Whole traces, without the parts that cannot be read, which are told to {@code lost}. */
    static Map<SensorId, SensorTrace> traces(Connection connection, RunId run, List<String> lost) throws SQLException {
        Map<SensorId, SensorTrace> traces = new LinkedHashMap<>();
        for (String sensor : Sql.list(
                connection,
                "SELECT DISTINCT sensor FROM pending WHERE run = ? ORDER BY sensor",
                row -> Sql.text(row, 1),
                run.value())) {
            traces.put(new SensorId(sensor), trace(connection, run, sensor, lost));
        }
        return traces;
    }

    private static SensorTrace trace(Connection connection, RunId run, String sensor, List<String> lost)
            throws SQLException {
        List<SensorTrace> parts = new ArrayList<>();
        for (byte[] bytes : Sql.list(
                connection,
                "SELECT bytes FROM pending WHERE run = ? AND sensor = ? ORDER BY part",
                row -> Sql.bytes(row, 1),
                run.value(),
                sensor)) {
            try {
                parts.add(BlobCodec.trace(bytes));
            } catch (CorruptBlobException e) {
                lost.add("a second of samples of " + sensor + " is lost: " + e.getMessage());
            }
        }
        return joined(parts);
    }

    /** Runs that have samples here. */
    static List<String> runs(Connection connection) throws SQLException, IOException {
        return Sql.list(connection, "SELECT DISTINCT run FROM pending ORDER BY run", row -> Sql.text(row, 1));
    }

    private static SensorTrace joined(List<SensorTrace> parts) {
        int size = parts.stream().mapToInt(SensorTrace::size).sum();
        long[] ticks = new long[size];
        long[] values = new long[size];
        byte[] states = new byte[size];
        int at = 0;
        for (SensorTrace part : parts) {
            for (int i = 0; i < part.size(); i++, at++) {
                ticks[at] = part.tickNanos(i);
                values[at] = part.value(i);
                states[at] = part.stateByte(i);
            }
        }
        return new SensorTrace(ticks, values, states);
    }
}
