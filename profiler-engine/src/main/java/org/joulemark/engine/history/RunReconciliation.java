package org.joulemark.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joulemark.engine.history.json.JsonDifference;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;

/**
 * Holds together what a run's first event promised, what its trials told and what its end states. Whoever has a key can
 * sign any one of them; they contradict each other unless all are changed alike.
 */
final class RunReconciliation {
    /** What a run learns of the software only when its first worker has started. */
    private static final List<String> FROM_WORKER = List.of("onnxRuntime", "onnxRuntimeSha256", "nativeSha256");

    /** What is known when a run begins and does not change until it ends. */
    private static final List<String> CONSTANT = List.of("plan", "setting");

    private final Findings findings;
    private final Map<String, Going> going = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();

    RunReconciliation(Findings findings) {
        this.findings = findings;
    }

    /** A run that has begun and of which no end was read yet. */
    private record Going(
            long seq, JsonNode run, PlannedVersions planned, PlannedWindows windows, List<ToldTrial> trials) {}

    void next(EventRow event) throws IOException {
        String kind = event.kindText();
        if (kind.equals(EventKind.RUN_STARTED)) {
            Run run = RecordJson.read(Ledger.part(event, "run"), Run.class);
            if (begun.add(run.id().value())) {
                PlannedVersions planned = PlannedVersions.of(run.plan());
                PlannedWindows windows = new PlannedWindows(run, planned);
                going.put(run.id().value(), new Going(event.seq(), document(run), planned, windows, new ArrayList<>()));
            }
        } else if (kind.equals(EventKind.TRIAL_DONE)) {
            Going of = going.get(Ledger.part(event, "run").asText());
            if (of != null) {
                of.trials.add(ToldTrial.of(event));
            }
        } else if (EventKind.endsRun(kind)) {
            Run run = RecordJson.read(Ledger.part(event, "run"), Run.class);
            Going of = going.remove(run.id().value());
            if (of != null) {
                ended(event, run, of);
            }
        }
    }

    /** Looks at the trials of the runs that have not ended. */
    void finish() {
        going.values().forEach(of -> planned(of, of.trials));
    }

    /** Runs that began and of which no end was read. */
    long unended() {
        return going.size();
    }

    /** What must stay, as this program writes it: what another version left out or wrote besides is no difference. */
    private static JsonNode document(Run run) throws IOException {
        JsonNode document = RecordJson.tree(RecordJson.canonicalBytes(run));
        document.withObject("/setting/software").remove(FROM_WORKER);
        return document;
    }

    private void ended(EventRow event, Run run, Going of) throws IOException {
        constant(event, document(run), of);
        kind(event, run);
        List<ToldTrial> kept = NotKept.of(event).without(of.trials, findings);
        planned(of, kept);
        new RecordedTrials(event, run, of.planned).check(kept, findings);
    }

    private void planned(Going of, List<ToldTrial> trials) {
        for (int i = 0; i < trials.size(); i++) {
            ToldTrial trial = trials.get(i);
            String objection = of.planned.objection(trial, trials.subList(0, i));
            objection = objection.isEmpty() ? of.windows.objection(trial) : objection;
            if (!objection.isEmpty()) {
                findings.problem(trial.seq(), trial.name(), objection);
            }
        }
    }

    private void constant(EventRow event, JsonNode end, Going of) {
        for (String part : CONSTANT) {
            same(event, of.seq, part, of.run.path(part), end.path(part));
        }
    }

    private void same(EventRow event, long begunSeq, String part, JsonNode promised, JsonNode stated) {
        for (JsonDifference one : JsonDifference.between(promised, stated)) {
            String inside = one.path().isEmpty() || one.path().startsWith("[") ? one.path() : "." + one.path();
            findings.event(
                    event,
                    Foreign.word(part + inside) + " is " + Foreign.word(one.second()) + ", and the run began with "
                            + Foreign.word(one.first()) + " (event " + begunSeq + ")");
        }
    }

    private void kind(EventRow event, Run run) {
        boolean closedLater = event.kindText().equals(EventKind.RUN_INTERRUPTED);
        boolean says = run.ending().status() == RunStatus.INTERRUPTED;
        if (closedLater != says) {
            findings.event(
                    event,
                    "such an event does not end a run whose status is "
                            + run.ending().status());
        }
        if (says && run.judgement().grade() != Grade.X) {
            findings.event(
                    event,
                    "an interrupted run has grade X, and this one states "
                            + run.judgement().grade());
        }
    }
}
