package org.joulemark.app.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.carbon.Sites;
import org.joulemark.engine.compare.Comparisons;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Evidence;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.Failure;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.LatencySeries;
import org.joulemark.engine.model.Predictions;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.RunStatus;
import org.joulemark.engine.model.SensorTrace;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.model.Site;
import org.joulemark.engine.model.Task;
import org.joulemark.reports.Anchor;
import org.joulemark.reports.ReportInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecklistTest {
    private static final Evidence NOTHING = new Evidence() {
        @Override
        public SensorTrace trace(BlobId id) {
            return SensorTrace.empty();
        }

        @Override
        public LatencySeries latencies(BlobId id) {
            return new LatencySeries(new long[0]);
        }

        @Override
        public Predictions predictions(BlobId id) {
            return new Predictions(new double[0], new double[0]);
        }
    };

    private static List<Gap> gaps(Run... runs) {
        List<Contender> contenders = new ArrayList<>();
        for (Run run : runs) {
            run.versions().forEach(version -> contenders.add(new Contender(run, version)));
        }
        return Checklist.of(new ReportInput(
                Comparisons.of(contenders, NOTHING),
                contenders.getFirst(),
                new Anchor("5f", 42, "cd".repeat(32)),
                Instant.EPOCH,
                "0.2.0"));
    }

    private static List<String> codes(Consumer<SampleRun> change) {
        SampleRun run = new SampleRun();
        change.accept(run);
        return gaps(run.build()).stream().map(Gap::code).toList();
    }

    @Test
    void aSoundRunLacksOnlyTheOutsideWitness() {
        assertThat(codes(run -> {})).containsExactly("anchor");
    }

    @Test
    void everyLackIsNamed() {
        assertThat(codes(run -> run.site = null)).containsExactly("no-site", "anchor");
        assertThat(codes(run -> run.site = new Site("x", "ATA", 1.2, "me", null, "none published")))
                .containsExactly("no-factor", "anchor");
        assertThat(codes(run -> run.data = false)).containsExactly("no-data", "anchor");
        assertThat(codes(run -> run.accuracy = false)).containsExactly("no-accuracy", "anchor");
        assertThat(codes(run -> {
                    run.task = Task.UNLABELLED;
                    run.accuracy = false;
                }))
                .containsExactly("no-labels", "anchor");
        assertThat(codes(run -> run.idle = false)).containsExactly("no-idle", "anchor");
        assertThat(codes(run -> run.energy = false)).contains("no-energy");
        assertThat(codes(run -> run.provenance = Provenance.ESTIMATED)).containsExactly("estimated", "anchor");
        assertThat(codes(run -> run.status = RunStatus.CANCELLED)).containsExactly("ended-early", "anchor");
        assertThat(codes(run -> run.failure = new Failure("trial", "crashed", "signal 11", "")))
                .containsExactly("failed", "anchor");
        assertThat(codes(run -> run.grade = Grade.B)).containsExactly("grade-b", "anchor");
        assertThat(codes(run -> run.site = SampleRun.germany(Sites.NO_OVERHEAD, FactorBoundary.GENERATION_ONLY, 2025)))
                .containsExactly("pue-assumed", "anchor");
        assertThat(codes(run -> run.site = SampleRun.germany("x", FactorBoundary.LIFECYCLE, 2025)))
                .containsExactly("lifecycle", "anchor");
        assertThat(codes(run -> run.site = SampleRun.germany("x", FactorBoundary.GENERATION_ONLY, 2022)))
                .containsExactly("old-factor", "anchor");
        assertThat(codes(SampleRun::demo)).containsExactly("grade-c", "preset", "estimated", "anchor");
    }

    @Test
    void whatMustNotBeUsedComesFirstAndForbids() {
        SampleRun bad = new SampleRun();
        bad.grade = Grade.X;
        bad.reasons = List.of("the GPU was lost");
        bad.site = null;
        List<Gap> gaps = gaps(bad.build());

        assertThat(gaps.getFirst())
                .isEqualTo(new Gap(
                        "invalid", Severity.INVALID, List.of("20261121T101502Z-7f3a9c"), List.of("the GPU was lost")));
        assertThat(Checklist.forbids(gaps)).isTrue();
        assertThat(Checklist.forbids(gaps(new SampleRun().build()))).isFalse();
        assertThat(gaps).extracting(Gap::severity).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void versionsThatMustNotStandSideBySideAreNamedWithTheReason() {
        SampleRun other = new SampleRun().named("20261122T000000Z-000000", "2026-11-22T00:00:00Z");
        other.machine = "aa";
        List<Gap> gaps = gaps(new SampleRun().build(), other.build());

        assertThat(gaps).extracting(Gap::code).containsExactly("not-comparable", "anchor");
        assertThat(gaps.getFirst().where())
                .containsExactly(
                        "digits-v1-baseline · 20261122T000000Z-000000", "digits-v3-int8 · 20261122T000000Z-000000");
        assertThat(gaps.getFirst().details()).anySatisfy(why -> assertThat(why).contains("different machines"));
    }

    @Test
    void equalLacksOfSeveralRunsAreToldOnce() {
        SampleRun first = new SampleRun();
        first.site = null;
        SampleRun second = new SampleRun().named("20261122T000000Z-000000", "2026-11-22T00:00:00Z");
        second.site = null;

        Gap gap = gaps(first.build(), second.build()).getFirst();

        assertThat(gap.code()).isEqualTo("no-site");
        assertThat(gap.where()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyGapHasWordsInEveryLanguage(String language) {
        GapWords words = new GapWords(Texts.of(Gap.class, Locale.forLanguageTag(language)));
        List<String> codes = new ArrayList<>(List.of("anchor", "not-comparable"));
        RunChecks.ALL.forEach(check -> codes.add(check.code()));
        VersionChecks.ALL.forEach(check -> codes.add(check.code()));
        for (String code : codes) {
            Gap gap = new Gap(code, Severity.WARNING, List.of("a", "b", "c", "d", "e"), List.of("why"));
            assertThat(words.title(gap)).isNotBlank();
            assertThat(words.mend(gap)).isNotBlank();
            assertThat(words.particulars(gap)).contains("a, b, c").contains("2").endsWith("why");
        }
        assertThat(words.summary(gaps(new SampleRun().build()))).contains("1");
        assertThat(words.summary(List.of())).isNotBlank();
    }

    @Test
    void aCountryCodeGivesASiteWhoseOverheadIsAssumed() throws Exception {
        SampleRun run = new SampleRun();
        run.site = SampleRun.country("SE");

        assertThat(gaps(run.build())).extracting(Gap::code).contains("pue-assumed");
        assertThat(Path.of("nowhere")).doesNotExist();
    }
}
