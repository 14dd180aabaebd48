package org.joulemark.app.ui.bench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.WhyAbsent;
import org.joulemark.engine.bench.Stage;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Metric;
import org.joulemark.engine.compare.Metrics;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.BenchPlan;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.PlannedVersion;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.model.VersionResult;
import org.joulemark.reports.FigureScale;
import org.jspecify.annotations.Nullable;

/** Results of the run that goes on, or of the last one: a row a version, filled as each finishes. */
final class ResultsModel {
    private final Texts texts;
    private final ObservableList<ResultRow> rows = FXCollections.observableArrayList();
    private final Map<VersionKey, Integer> places = new LinkedHashMap<>();
    private String noticed = "";
    /** How many trials of a version are done, in words. */
    private final Map<VersionKey, String> soFar = new HashMap<>();

    private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>();

    ResultsModel(Texts texts) {
        this.texts = texts;
    }

    ObservableList<ResultRow> rows() {
        return rows;
    }

    /** The unit in which the figures of a metric read best. */
    FigureScale scale(Metric metric) {
        return FigureScale.of(
                metric.unit(), rows.stream().map(row -> row.figure(metric.id())).toList());
    }

    /** Why figures of the shown metrics are missing, each reason once. */
    List<String> whyAbsent(List<Metric> shown, Words words) {
        WhyAbsent why = new WhyAbsent();
        for (ResultRow row : rows) {
            why.version(row.key().text(), row.label());
            for (Metric metric : shown) {
                if (!row.figures().isEmpty() && row.figure(metric.id()) instanceof Absent absent) {
                    why.add(words.metric(metric), row.key().text(), words.said(absent.why()));
                }
            }
        }
        return why.lines();
    }

    /** What was noticed of data, models and machine before the run, in one line; empty if nothing was. */
    String noticed() {
        return noticed;
    }

    /** The run shown, once it is over; null before. */
    ReadOnlyObjectProperty<@Nullable Run> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** A run is being prepared. */
    void prepared(BenchPlan plan) {
        noticed = "";
        started(plan);
    }

    private void started(BenchPlan plan) {
        run.set(null);
        rows.clear();
        places.clear();
        soFar.clear();
        for (PlannedVersion version : plan.versions()) {
            String label = plan.label(version.model().name(), version.configuration());
            put(new ResultRow(
                    version.key(), label, ResultRow.State.WAITING, texts.get("result.waiting"), "", Map.of()));
        }
    }

    /** The run is recorded: its plan has no open sizes any more, and data and models have been looked at. */
    void begun(Run begun) {
        List<String> said = begun.setting().preflight().stream()
                .map(Finding::text)
                .distinct()
                .map(texts::said)
                .toList();
        noticed = said.isEmpty() ? "" : texts.format("results.noticed", String.join(" · ", said));
        started(begun.plan());
    }

    /** The version the stage speaks of is at work; versions take turns, so every other waits for its next one. */
    void atWork(Stage stage) {
        rows.replaceAll(row -> switch (row.state()) {
            case WAITING, MEASURING -> row.key().equals(stage.key()) ? atWork(row, stage) : waiting(row);
            case MEASURED, DONE, FAILED -> row;
        });
    }

    private ResultRow atWork(ResultRow row, Stage stage) {
        String words = stage.trial() == 0
                ? texts.get("result.loading")
                : texts.format("result.trial", stage.trial(), stage.ofTrials());
        return row.become(ResultRow.State.MEASURING, words);
    }

    private ResultRow waiting(ResultRow row) {
        String words = soFar.getOrDefault(row.key(), texts.get("result.waiting"));
        return row.become(ResultRow.State.WAITING, words);
    }

    void trialDone(VersionKey version, int trial, int ofTrials) {
        soFar.put(version, texts.format("result.partial", trial, ofTrials));
    }

    void versionDone(Contender contender, Map<String, Figure> figures) {
        put(row(contender, figures, ResultRow.State.MEASURED));
    }

    /** The run is over: all rows as they were recorded. */
    void finished(Run ended, Map<VersionKey, Map<String, Figure>> figures) {
        for (VersionResult version : ended.versions()) {
            Contender contender = new Contender(ended, version);
            put(row(contender, figures.getOrDefault(version.key(), Map.of()), ResultRow.State.DONE));
        }
        run.set(ended);
    }

    /** Nothing came of the run. */
    void failed(String why) {
        rows.replaceAll(row -> row.state() == ResultRow.State.WAITING || row.state() == ResultRow.State.MEASURING
                ? row.become(ResultRow.State.FAILED, why)
                : row);
    }

    private ResultRow row(Contender contender, Map<String, Figure> figures, ResultRow.State state) {
        VersionKey key = contender.version().key();
        Failure failure = contender.version().failure();
        if (failure != null) {
            return new ResultRow(
                    key, contender.label(), ResultRow.State.FAILED, failure.message(), failure.detail(), figures);
        }
        int done = contender.version().trials().size();
        int wanted = contender.run().plan().settings().trials();
        boolean whole = done == wanted;
        String words = whole ? texts.get("result.done") : texts.format("result.partial", done, wanted);
        return new ResultRow(key, contender.label(), whole ? state : ResultRow.State.FAILED, words, "", figures);
    }

    private void put(ResultRow row) {
        Integer place = places.putIfAbsent(row.key(), rows.size());
        if (place == null) {
            rows.add(row);
        } else {
            rows.set(place, row);
        }
    }

    /** All figures of a version; takes a while, so never on the screen's thread. */
    static Map<String, Figure> figures(Contender contender) {
        return Metrics.figures(contender);
    }
}
