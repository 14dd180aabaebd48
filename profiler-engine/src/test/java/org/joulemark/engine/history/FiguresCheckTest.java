package org.joulemark.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.bench.RunJournal;
import org.joulemark.engine.history.json.RecordJson;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which figures are computed again and which are told not to have been. */
class FiguresCheckTest {
    private static final Figure JOULES = Quantity.exact(1, Unit.JOULES);

    @TempDir
    Path folder;

    private final List<String> recomputed = new ArrayList<>();

    @Test
    void figuresOfTheOwnLineAreComputedAgain() throws Exception {
        record("a", "0.2.0");
        record("b", "0.2.7-rc.1");
        record("c", "development");
        VerifyReport report = verify();
        assertThat(report.problems()).isEmpty();
        assertThat(report.unchecked()).isEmpty();
        assertThat(recomputed).containsExactly("a", "b", "c");
    }

    @Test
    void figuresOfOtherLinesAreToldWithTheirNumberAndDoNotFail() throws Exception {
        record("a", "0.1.0");
        record("b", "0.1.3");
        record("c", "1.0.0");
        VerifyReport report = verify();
        assertThat(report.holds()).isTrue();
        assertThat(recomputed).isEmpty();
        assertThat(report.unchecked())
                .containsExactly(
                        "figures stated by version 0.1's formulas were not recomputed: 4 figures of 2 runs",
                        "figures stated by version 1.0's formulas were not recomputed: 2 figures of 1 runs");
        assertThat(report.summary()).contains("Not everything was checked").contains("4 figures of 2 runs");
    }

    @Test
    void aProgramVersionThatIsNoneIsAFinding() throws Exception {
        for (String version : List.of("", "0.1", "0.2.x", "seven", "00000.1.1")) {
            record("r" + version.length() + version.hashCode(), version);
        }
        assertThat(verify().problems())
                .hasSize(5)
                .allMatch(problem -> problem.why().contains("which is none"));
        assertThat(recomputed).isEmpty();
    }

    @Test
    void aRunThatStatesNoFiguresIsNoPass() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(history.journal(RunDigest.none()), "r", Instant.EPOCH);
        }
        assertThat(verify().problems())
                .singleElement()
                .asString()
                .contains("it states no figures and does not say why");
    }

    @Test
    void aRunWhoseFiguresCouldNotBeMadeIsToldWithTheReason() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            SampleRuns.record(
                    history.journal(run -> {
                        throw new IllegalStateException("no metric");
                    }),
                    "r",
                    Instant.EPOCH);
        }
        VerifyReport report = verify();
        assertThat(report.outcome()).isEqualTo(VerifyReport.Outcome.UNCHECKED);
        assertThat(report.unchecked()).singleElement().asString().contains("states no figures (no metric)");
    }

    private void record(String id, String version) throws Exception {
        Map<VersionKey, Map<String, Figure>> figures =
                Map.of(SampleRuns.key("v1-fp32"), Map.of("a", JOULES, "b", JOULES));
        try (History history = History.open(folder, Access.READ_WRITE, "ada")) {
            RunJournal journal = history.journal(run -> figures);
            String text = RecordJson.canonical(SampleRuns.begun(id, Instant.EPOCH));
            Run run = RecordJson.read(
                    EventRow.utf8(text.replace("\"joulemark\":\"0.2.0\"", "\"joulemark\":\"" + version + "\"")),
                    Run.class);
            SampleRuns.record(journal, run);
        }
    }

    private VerifyReport verify() throws Exception {
        try (History history = History.open(folder, Access.READ_ONLY, "auditor")) {
            return history.verify(VerifyOptions.plain().recomputing((run, stated, evidence) -> {
                recomputed.add(run.id().value());
                return List.of();
            }));
        }
    }
}
