package org.joulemark.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.ui.history.HistoryDoor.Mode;
import org.joulemark.app.ui.history.VerifyViewModel.State;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.history.History;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the list says of a history that was opened: nothing good before it was verified. */
class VerifyOnOpeningTest {
    private static final String COMPLETED = "20260314T120000Z-aaaaaa";
    private static final String RUNNING = "20260315T100000Z-dddddd";

    @TempDir
    private Path folder;

    private Path data = Path.of("");
    private Desk desk;
    private HistoryViewModel model;

    @BeforeEach
    void open() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
        Preferences preferences = new Preferences(data);
        preferences.set("language", "en");
        desk = new Desk(new Workbench(data), new InlineTaskRunner(), preferences);
        model = new HistoryViewModel(desk);
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        desk.close();
    }

    private void four() throws Exception {
        SampleHistory.writeFour(data);
        model.refresh();
    }

    private RunRow row(String id) {
        return model.list().pageProperty().get().stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anOpenedFileIsVerifiedByItself() throws Exception {
        four();
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.IDLE);
        model.audit(copy());
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.HOLDS);
    }

    @Test
    void aTamperedFileSaysSoOnOpening() throws Exception {
        four();
        model.audit(tampered());
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.BROKEN);
        assertThat(model.verify().verdictProperty().get()).contains("event 4");
        assertThat(model.verify().findings())
                .extracting(VerifyFinding::text)
                .as("all of it")
                .anyMatch(text -> text.contains("event 4"))
                .anyMatch(text -> text.contains("event_no_update"));
        assertThat(model.proof(row(COMPLETED))).isEqualTo(RunProof.BROKEN);
        assertThat(model.proof(row(RUNNING))).isEqualTo(RunProof.UNVERIFIED);
        assertThat(model.list().pageProperty().get())
                .extracting(model::proof)
                .as("nothing is good in a file that does not hold")
                .doesNotContain(RunProof.HOLDS);
    }

    @Test
    void aFindingLeadsToItsEventWhateverWasSearched() throws Exception {
        four();
        model.audit(tampered());
        model.list().textProperty().set("resnet");
        VerifyFinding finding = model.verify().findings().getFirst();

        model.lead(finding);

        assertThat(model.toSelectProperty().get()).isEqualTo(COMPLETED);
        assertThat(model.eventToShowProperty().get()).isEqualTo(4);
        assertThat(model.list().pageProperty().get()).hasSize(4);
        assertThat(model.modeProperty().get())
                .as("still the file that was opened")
                .isEqualTo(Mode.AUDIT);
    }

    @Test
    void noRunIsShownAsGoodBeforeItWasVerified() throws Exception {
        four();
        assertThat(model.list().pageProperty().get()).extracting(model::proof).containsOnly(RunProof.UNVERIFIED);
        model.startVerify();
        assertThat(model.proof(row(COMPLETED))).isEqualTo(RunProof.HOLDS);
        assertThat(model.proof(row(RUNNING))).as("it goes on").isEqualTo(RunProof.UNVERIFIED);
        assertThat(new RunProof.Judgement(SampleHistory.NOON, true, Set.of()).of(row(COMPLETED)))
                .as("it ended after the verification began")
                .isEqualTo(RunProof.UNVERIFIED);
    }

    @Test
    void nothingIsVerifiedByItselfWhileSomethingIsMeasured() throws Exception {
        four();
        desk.job().runningProperty().set(true);
        model.audit(copy());
        assertThat(model.verify().stateProperty().get()).isEqualTo(State.IDLE);
        assertThat(model.list().pageProperty().get()).extracting(model::proof).containsOnly(RunProof.UNVERIFIED);
    }

    private Path copy() throws Exception {
        Path copy = Files.copy(data.resolve(History.FILE_NAME), folder.resolve("copy.db"));
        SampleHistory.sql(copy, "PRAGMA wal_checkpoint(TRUNCATE)");
        return copy;
    }

    /** A copy in which a trial of the completed run counts one call more. */
    private Path tampered() throws Exception {
        Path copy = copy();
        SampleHistory.sql(copy, "DROP TRIGGER event_no_update");
        SampleHistory.sql(
                copy,
                "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"calls\":\"200\"',"
                        + " '\"calls\":\"201\"') AS BLOB) WHERE seq = 4");
        SampleHistory.sql(copy, "PRAGMA wal_checkpoint(TRUNCATE)");
        return copy;
    }
}
