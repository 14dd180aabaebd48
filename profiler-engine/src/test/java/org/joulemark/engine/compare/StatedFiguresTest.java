package org.joulemark.engine.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No stated figure passes without having been looked at. */
class StatedFiguresTest {
    private final SyntheticRun run = new SyntheticRun().answers("v", 10, row -> 1.0, row -> 1.0);
    private final Map<VersionKey, Map<String, Figure>> stated = new HashMap<>();

    @BeforeEach
    void stateAll() {
        run.sensors.clear();
        stated.put(
                SyntheticRun.key("v"),
                new HashMap<>(Metrics.figures(run.contenders().getFirst())));
    }

    @Test
    void allFiguresAsTheyAreAgree() {
        assertThat(differences()).isEmpty();
    }

    @Test
    void figuresUnderAKeyThatTheRunDoesNotHaveAreNamed() {
        stated.put(SyntheticRun.key("v*"), Map.of("energy.gross", Quantity.exact(1, Unit.JOULES)));
        assertThat(differences())
                .singleElement()
                .asString()
                .startsWith("v*@cpu.cpu.b1.t2: the run has no such version");
    }

    @Test
    void aFigureThatNoMetricGivesIsNamed() {
        figuresOfV().put("energy.free", Quantity.exact(0, Unit.JOULES));
        assertThat(differences())
                .singleElement()
                .asString()
                .contains("v, energy.free")
                .contains("was not checked");
    }

    @Test
    void aFigureThatWasLeftOutIsNamed() {
        figuresOfV().remove("size.bytes");
        assertThat(differences()).singleElement().asString().startsWith("v, size.bytes: not stated, recomputed");
        stated.put(SyntheticRun.key("w"), requireNonNull(stated.remove(SyntheticRun.key("v"))));
        assertThat(differences()).hasSize(Metrics.ALL.size() + 1);
    }

    @Test
    void aBetterGradeThanTheRecordGivesAndReasonsThatAreLeftOutAreNamed() {
        Run honest = run.gradedRun();
        assertThat(honest.grade()).isEqualTo(Grade.C);
        assertThat(differences(honest.graded(Grade.A, List.of())))
                .singleElement()
                .asString()
                .startsWith("stated grade A, recomputed C: no power sensor");
        assertThat(differences(honest.graded(Grade.C, List.of())))
                .singleElement()
                .asString()
                .contains("reasons for grade C");
    }

    @Test
    void anEnergyOfASensorThatTheRunDoesNotHaveIsNoPass() {
        SyntheticRun measured = new SyntheticRun().version("v", 1, 1, 1);
        measured.sensors.clear();
        assertThat(Recompute.differences(
                        measured.gradedRun(),
                        measured,
                        (sensor, trace, start, end) -> {
                            throw new AssertionError("no sensors");
                        },
                        Map.of()))
                .anyMatch(line -> line.contains("the run has no such sensor"));
    }

    private Map<String, Figure> figuresOfV() {
        return requireNonNull(stated.get(SyntheticRun.key("v")));
    }

    private List<String> differences() {
        return differences(run.gradedRun());
    }

    private List<String> differences(Run record) {
        return Recompute.differences(
                record,
                run,
                (sensor, trace, start, end) -> {
                    throw new AssertionError("no sensors");
                },
                stated);
    }
}
