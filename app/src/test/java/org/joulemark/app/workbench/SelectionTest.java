package org.joulemark.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.joulemark.app.ui.compare.SampleHistory;
import org.joulemark.app.ui.compare.SampleHistory.Like;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words choose a version where they mean one; keys always do. */
class SelectionTest {
    private static final String RUN = "20260901T101500Z-aaaa01";
    private static final String SECOND = "m2@cpu.cpu.b1.t1";

    @TempDir
    Path folder;

    @BeforeEach
    void recordTwoVersionsOfOneName() throws Exception {
        SampleHistory.record(
                folder,
                RUN,
                "desk",
                true,
                List.of(
                        new Like("same", 972, 180, 4.8, 1_800_000),
                        new Like("same", 951, 74, 2.1, 470_000),
                        new Like("other", 940, 92, 2.6, 700_000)));
    }

    @Test
    void aNameOfOneVersionChoosesIt() throws Exception {
        try (History history = History.open(folder, Access.READ_ONLY, "ada")) {
            assertThat(keys(Selection.of(history, List.of("last:other")))).containsExactly("m3@cpu.cpu.b1.t1");
        }
    }

    @Test
    void aNameOfTwoVersionsIsSaidWithTheirKeys() throws Exception {
        try (History history = History.open(folder, Access.READ_ONLY, "ada")) {
            assertThatThrownBy(() -> Selection.of(history, List.of(RUN + ":same")))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("has 2 versions 'same'")
                    .hasMessageContaining("m1@cpu.cpu.b1.t1 (same), " + SECOND + " (same)");
            assertThatThrownBy(() -> Selection.withBaseline(Selection.of(history, List.of()), "same"))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(SECOND);
        }
    }

    @Test
    void aKeyChoosesItsVersionAndSoDoesTheTextOfAChoice() throws Exception {
        try (History history = History.open(folder, Access.READ_ONLY, "ada")) {
            List<Contender> chosen = Selection.of(history, List.of("last:" + SECOND));
            assertThat(keys(chosen)).containsExactly(SECOND);
            assertThat(Selection.of(history, List.of(Selection.text(chosen.getFirst()))))
                    .isEqualTo(chosen);
            assertThat(keys(Selection.withBaseline(Selection.of(history, List.of()), SECOND)))
                    .containsExactly(SECOND, "m1@cpu.cpu.b1.t1", "m3@cpu.cpu.b1.t1");
        }
    }

    @Test
    void theFiguresOfTwoVersionsOfOneNameAreKeptApart() throws Exception {
        try (History history = History.open(folder, Access.READ_ONLY, "ada")) {
            assertThat(history.figures("last"))
                    .hasSize(3)
                    .allSatisfy((_, figures) -> assertThat(figures).isNotEmpty());
        }
    }

    private static List<String> keys(List<Contender> contenders) {
        return contenders.stream().map(one -> one.version().key().text()).toList();
    }
}
