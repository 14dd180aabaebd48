package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.joulemark.engine.history.json.JsonDifference;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.VersionResult;

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
        if (run.ending().status() == RunStatus.COMPLETED) {
            complete(findings);
        }
    }

    private void versions(Findings findings) {
        List<PlannedVersions.Version> recorded =
                run.versions().stream().map(PlannedVersions.Version::of).toList();
        for (PlannedVersions.Version version : planned.versions()) {
            long times = recorded.stream().filter(version::equals).count();
            if (times == 0) {
                findings.event(event, "it has no version " + version.text() + ", and its plan asks for it");
            } else if (times > 1) {
                findings.event(event, "it lists the version " + version.text() + " " + times + " times");
            }
        }
        for (PlannedVersions.Version version : recorded) {
            if (!planned.versions().contains(version)) {
                findings.event(event, "it has a version " + version.text() + ", and its plan does not ask for it");
            }
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
                        trial.place().text() + " is missing from the record of its run's end (event " + event.seq()
                                + ")");
            } else {
                recorded.remove(changed);
                findings.event(
                        event,
                        trial.place().text() + " is not what event " + trial.seq() + " told: "
                                + differences(trial.trial(), changed.trial()));
            }
        }
        recorded.forEach(
                trial -> findings.event(event, trial.place().text() + " stands in it and no event tells of it"));
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
                String configuration = version.configuration().toString();
                recorded.add(new ToldTrial(event.seq(), event.name(), version.name(), configuration, document));
            }
        }
        return recorded;
    }
}
