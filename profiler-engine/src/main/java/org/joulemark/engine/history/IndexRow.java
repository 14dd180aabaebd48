package org.joulemark.engine.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.Run;
import org.jspecify.annotations.Nullable;

/** One row of the table {@code run_index}: what the events say of one run, as far as lists need it. */
record IndexRow(
        String run,
        long started,
        @Nullable Long finished,
        @Nullable String status,
        @Nullable String grade,
        String preset,
        @Nullable String site,
        String models,
        String devices,
        int versions,
        long startedSeq,
        @Nullable Long endedSeq) {
    static final String COLUMNS = "run, started, finished, status, grade, preset, site, models, devices, versions,"
            + " started_seq, ended_seq";

    static IndexRow started(long seq, Run run) {
        int rows = run.plan().models().size() * run.plan().configurations().size();
        return of(run, rows, seq, null);
    }

    static IndexRow ended(long startedSeq, long endedSeq, Run run) {
        return of(run, run.versions().size(), startedSeq, endedSeq);
    }

    static IndexRow of(ResultSet row) throws SQLException {
        return new IndexRow(
                Sql.text(row, 1),
                row.getLong(2),
                optionalLong(row, 3),
                row.getString(4),
                row.getString(5),
                Sql.text(row, 6),
                row.getString(7),
                Sql.text(row, 8),
                Sql.text(row, 9),
                row.getInt(10),
                row.getLong(11),
                optionalLong(row, 12));
    }

    @Nullable
    Object[] values() {
        return new @Nullable Object[] {
            run, started, finished, status, grade, preset, site, models, devices, versions, startedSeq, endedSeq
        };
    }

    /** In what a stored row is not this one. */
    List<String> differences(IndexRow stored) {
        List<String> names = List.of(COLUMNS.split(", *"));
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Object here = stored.values()[i];
            Object told = values()[i];
            if (!Objects.equals(here, told)) {
                differences.add(names.get(i) + " is " + word(here) + " where the events say " + word(told));
            }
        }
        return differences;
    }

    private static String word(@Nullable Object value) {
        return value == null ? "nothing" : Foreign.word(value.toString());
    }

    private static IndexRow of(Run run, int versions, long startedSeq, @Nullable Long endedSeq) {
        boolean ended = endedSeq != null;
        return new IndexRow(
                run.id().value(),
                epochNanos(run.setting().startedAt()),
                ended ? epochNanos(run.ending().finishedAt()) : null,
                ended ? run.ending().status().name() : null,
                ended ? run.judgement().grade().name() : null,
                run.plan().settings().name(),
                run.setting().site() == null ? null : run.setting().site().id(),
                json(run.plan().models().stream().map(PlannedModel::name).toList()),
                json(run.plan().configurations().stream()
                        .map(Configuration::device)
                        .map(DeviceId::text)
                        .distinct()
                        .toList()),
                versions,
                startedSeq,
                endedSeq);
    }

    static long epochNanos(Instant moment) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, moment);
    }

    static Instant moment(long epochNanos) {
        return Instant.EPOCH.plusNanos(epochNanos);
    }

    private static String json(List<String> texts) {
        return RecordJson.canonical(texts);
    }

    private static @Nullable Long optionalLong(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
