package org.joulemark.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.history.json.RandomRecords;
import org.joulemark.engine.history.json.RecordJson;
import org.junit.jupiter.api.Test;

class RunTest {
    private final RandomRecords records = new RandomRecords(new Random(5));
    private final Run one = records.record(Run.class);
    private final Run other = records.record(Run.class);

    @Test
    void aPartIsReplacedAndTheOthersStay() {
        Run run = one.withSetting(other.setting());
        assertThat(run.setting()).isEqualTo(other.setting());
        run = run.withEnding(other.ending());
        run = run.withBaselines(other.baselines());
        assertThat(run)
                .isEqualTo(new Run(
                        one.id(),
                        one.plan(),
                        other.setting(),
                        other.ending(),
                        other.baselines(),
                        one.versions(),
                        one.evidence(),
                        one.judgement()));
        run = run.withVersions(other.versions()).withEvidence(other.evidence()).withJudgement(other.judgement());
        assertThat(run)
                .isEqualTo(new Run(
                        one.id(),
                        one.plan(),
                        other.setting(),
                        other.ending(),
                        other.baselines(),
                        other.versions(),
                        other.evidence(),
                        other.judgement()));
    }

    @Test
    void aDocumentThatLacksAPartIsNoRun() throws Exception {
        for (String part : List.of("plan", "setting", "ending", "baselines", "evidence", "judgement")) {
            ObjectNode document = (ObjectNode) RecordJson.tree(RecordJson.canonicalBytes(one));
            document.remove(part);
            assertThatThrownBy(() -> RecordJson.read(document, Run.class))
                    .as(part)
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("not a valid run: ");
        }
    }

    @Test
    void aTraceIsFoundByItsSensorAfterReading() throws Exception {
        SensorId sensor = new SensorId("nvml:GPU-5c1f:board");
        Run run =
                one.withEvidence(new RunEvidence(Map.of(sensor, new BlobId("ab".repeat(32))), ObserverCost.unknown(0)));
        Run read = RecordJson.read(RecordJson.canonicalBytes(run), Run.class);
        assertThat(read.evidence().traces()).containsOnlyKeys(sensor);
    }

    @Test
    void aRunThatHasBegunStandsAsInterruptedUntilItsEndIsTold() {
        Run begun = Run.begun(one.id(), one.plan(), one.setting());
        assertThat(begun.ending().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(begun.judgement().grade()).isEqualTo(Grade.X);
        assertThat(begun.evidence().observer().hostCpuSeconds())
                .as("what is not known is not zero")
                .isNegative();
    }
}
