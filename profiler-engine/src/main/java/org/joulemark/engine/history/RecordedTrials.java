package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.joulemark.engine.history.json.JsonDifference;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.PlannedVersion;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionKey;
import org.joulemark.engine.model.VersionResult;
import org.jspecify.annotations.Nullable;

/** The versions and trials in the record of a run's end, held against the plan and against what was told of each trial. */
final class RecordedTrials {
    private final EventRow event;
    private final Run run;
    private final PlannedVersions planned;

    RecordedTrials(EventRow event, Run run, PlannedVersions planned) {
        this.event = event;
        this.run = run;
        this.planned = planned;
    }

    void check(List<ToldTrial> told, Findings findings) throws IOException {
        versions(findings);
        trials(told, findings);
        if (run.status() == RunStatus.COMPLETED) {
            complete(findings);
        }
    }

    private void versions(Findings findings) {
        for (VersionKey key : planned.versions().keySet()) {
            long times = run.versions().stream()
                    .filter(version -> version.key().equals(key))
                    .count();
            if (times == 0) {
                findings.event(event, "it has no version " + planned.words(key) + ", and its plan asks for it");
            } else if (times > 1) {
                findings.event(event, "it lists the version " + planned.words(key) + " " + times + " times");
            }
        }
        for (VersionResult version : run.versions()) {
            asPlanned(version, planned.versions().get(version.key()), findings);
        }
    }

    private void asPlanned(VersionResult version, @Nullable PlannedVersion asked, Findings findings) {
        String words = PlannedVersions.words(version.name(), version.configuration());
        if (asked == null) {
            findings.event(event, "it has a version " + words + ", and its plan does not ask for it");
        } else if (!asked.model().name().equals(version.name())
                || !asked.configuration().equals(version.configuration())) {
            findings.event(event, "it calls the version " + planned.words(version.key()) + " of its plan " + words);
        }
    }

    private void complete(Findings findings) {
        for (VersionResult version : run.versions()) {
            if (version.failure() == null && version.trials().size() < planned.trials()) {
                findings.event(
                        event,
                        "the run is said to be completed, and of " + Foreign.word(version.name()) + " there are "
                                + version.trials().size() + " of " + planned.trials()
                                + " trials without a word why");
            }
        }
    }

    /** Each told trial must stand in the record as it was told, and nothing else may stand there. */
    private void trials(List<ToldTrial> told, Findings findings) throws IOException {
        List<ToldTrial> recorded = recorded();
        List<ToldTrial> unfound = new ArrayList<>();
        for (ToldTrial trial : told) {
            ToldTrial same = recorded.stream()
                    .filter(other ->
                            other.place().equals(trial.place()) && other.trial().equals(trial.trial()))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                unfound.add(trial);
            } else {
                recorded.remove(same);
            }
        }
        for (ToldTrial trial : unfound) {
            ToldTrial changed = recorded.stream()
                    .filter(other -> other.place().equals(trial.place()))
                    .findFirst()
                    .orElse(null);
            if (changed == null) {
                findings.problem(
                        trial.seq(),
                        trial.name(),
                        planned.words(trial.place()) + " is missing from the record of its run's end (event "
                                + event.seq() + ")");
            } else {
                recorded.remove(changed);
                findings.event(
                        event,
                        planned.words(trial.place()) + " is not what event " + trial.seq() + " told: "
                                + differences(trial.trial(), changed.trial()));
            }
        }
        recorded.forEach(trial ->
                findings.event(event, planned.words(trial.place()) + " stands in it and no event tells of it"));
    }

    private static String differences(JsonNode told, JsonNode recorded) {
        return JsonDifference.between(told, recorded).stream()
                .map(one -> Foreign.word(one.path()) + ": " + Foreign.word(one.first()) + " then, "
                        + Foreign.word(one.second()) + " here")
                .collect(Collectors.joining("; "));
    }

    private List<ToldTrial> recorded() throws IOException {
        List<ToldTrial> recorded = new ArrayList<>();
        for (VersionResult version : run.versions()) {
            for (Trial trial : version.trials()) {
                JsonNode document = RecordJson.tree(RecordJson.canonicalBytes(trial));
                recorded.add(new ToldTrial(event.seq(), event.name(), version.key(), document));
            }
        }
        return recorded;
    }
}
