package org.joulemark.engine.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.compare.Recompute;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.power.EnergyWindow;

/**
 * Tells which trials a run that died can have measured. Nobody has signed for them: anybody can chain an event to the
 * last one, so each must fit the plan and come out of its raw material again.
 */
final class TrialSieve {
    private final Run begun;
    private final PlannedVersions planned;
    private final PlannedWindows windows;
    private final Map<String, SensorTrace> traces;
    private final Evidence evidence;

    /**
     * @param begun the run as it began
     * @param traces what its sensors had read, by sensor id
     * @param evidence where latencies are
     */
    TrialSieve(Run begun, Map<String, SensorTrace> traces, Evidence evidence) {
        this.begun = begun;
        this.planned = PlannedVersions.of(begun.plan());
        this.windows = new PlannedWindows(begun, planned);
        this.traces = traces;
        this.evidence = evidence;
    }

    /** Why the trial is not one of the run's; empty if it is. */
    String objection(EventRow event, List<ToldTrial> before) {
        if (!Arrays.equals(Sha256.of(event.body()), event.bodySha())
                || !Arrays.equals(event.computedHash(), event.hash())) {
            return "it does not match its own hash";
        }
        try {
            ToldTrial trial = ToldTrial.of(event);
            String unplanned = planned.objection(trial, before);
            unplanned = unplanned.isEmpty() ? windows.objection(trial) : unplanned;
            return unplanned.isEmpty() ? differences(event) : unplanned;
        } catch (IOException | RuntimeException e) {
            return "it cannot be read: " + Foreign.why(e);
        }
    }

    private String differences(EventRow event) throws IOException {
        Trial trial = RecordJson.read(Ledger.part(event, "trial"), Trial.class);
        List<String> differences = Recompute.differencesOfTrial(begun, trial, traces, evidence, EnergyWindow::over);
        // The formulas of another version give other figures; that proves nothing against it.
        boolean own = FormulaLine.of(begun.software().joulemark()) == FormulaLine.OWN;
        return differences.isEmpty() || !own
                ? ""
                : "it does not recompute: " + Foreign.sentence(differences.getFirst());
    }
}
