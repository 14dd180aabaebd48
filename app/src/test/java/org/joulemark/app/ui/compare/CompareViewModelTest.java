package org.joulemark.app.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.joulemark.app.ui.desk.Desk;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.desk.Preferences;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.workbench.Workbench;
import org.joulemark.engine.compare.Contender;
import org.joulemark.engine.compare.Verdict;
import org.joulemark.engine.history.History;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareViewModelTest {
    private static final String RUN = "20260901T101500Z-aaaa01";

    @TempDir
    private Path folder;

    private Desk desk =
            new Desk(new Workbench(Path.of("unused")), new InlineTaskRunner(), new Preferences(Path.of("unused")));

    @BeforeEach
    void open() {
        Preferences preferences = new Preferences(folder);
        preferences.set("language", "en");
        desk = new Desk(new Workbench(folder), new InlineTaskRunner(), preferences);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private CompareViewModel model() {
        CompareViewModel model = new CompareViewModel(desk);
        model.refresh();
        return model;
    }

    private static List<String> names(CompareViewModel model) {
        return model.picked().all().stream().map(Contender::label).toList();
    }

    /** Key of the n-th version of the run. */
    private static String key(int number) {
        return RUN + ":m" + number + "@cpu.cpu.b1.t1";
    }

    @Test
    void anEmptyHistorySaysThatThereIsNothingToCompare() {
        CompareViewModel model = model();
        assertThat(model.stateProperty().get()).isEqualTo(CompareViewModel.State.NO_RUNS);
        assertThat(model.lastCompletedProperty().get()).isNull();
        assertThat(desk.notices().all()).isEmpty();
    }

    @Test
    void theLastCompletedRunIsOfferedAndComparedAtOnce() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        assertThat(model.stateProperty().get()).isEqualTo(CompareViewModel.State.NOTHING_CHOSEN);
        assertThat(model.lastCompletedProperty().get().id()).isEqualTo(RUN);
        model.chooseLast();
        assertThat(model.stateProperty().get()).isEqualTo(CompareViewModel.State.COMPARING);
        assertThat(names(model)).containsExactly("v1-baseline", "v2-fp16", "v3-int8", "v4-pruned");
        assertThat(model.table().gridProperty().get().heads())
                .extracting(Grid.Head::title)
                .containsExactly("v1-baseline", "v2-fp16", "v3-int8", "v4-pruned");
        assertThat(model.busyProperty().get()).isFalse();
    }

    @Test
    void versionsAskedForByAnotherPlaceAreShownAtOnce() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        desk.navigation().compare(List.of(RUN + ":v3-int8", RUN + ":v1-baseline"));
        assertThat(desk.navigation().placeProperty().get()).isEqualTo(Place.COMPARE);
        assertThat(names(model)).containsExactly("v3-int8", "v1-baseline");
    }

    @Test
    void versionsAskedForBeforeThePlaceWasMadeAreShown() throws Exception {
        SampleHistory.family(folder);
        desk.navigation().compare(List.of(RUN + ":v4-pruned", RUN + ":v1-baseline"));
        assertThat(names(model())).containsExactly("v4-pruned", "v1-baseline");
    }

    @Test
    void versionsAreMovedAndTheFirstIsTheBaseline() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        model.picked().move(key(3), -2);
        assertThat(names(model)).containsExactly("v3-int8", "v1-baseline", "v2-fp16", "v4-pruned");
        model.picked().move(key(3), 99);
        assertThat(names(model)).containsExactly("v1-baseline", "v2-fp16", "v4-pruned", "v3-int8");
        desk.undo().undo();
        desk.undo().undo();
        assertThat(names(model)).containsExactly("v1-baseline", "v2-fp16", "v3-int8", "v4-pruned");
    }

    @Test
    void chartsAreReadOnlyWhileSomebodyLooks() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        assertThat(model.charts().latencies().curvesProperty().get()).isEmpty();
        model.charts().kindProperty().set(ChartKind.LATENCIES);
        assertThat(model.charts().latencies().curvesProperty().get()).hasSize(4);
        model.charts().kindProperty().set(ChartKind.TRACES);
        assertThat(model.charts().traces().tracesProperty().get())
                .extracting(TraceModel.Traced::name)
                .containsExactly("v1-baseline · trial 1", "v2-fp16 · trial 1");
        model.charts().traces().secondProperty().set(new TracePick(2, 4));
        assertThat(model.charts().traces().tracesProperty().get())
                .extracting(TraceModel.Traced::name)
                .containsExactly("v1-baseline · trial 1", "v3-int8 · trial 5");
        assertThat(new CompareViewModel(desk).charts().kindProperty().get()).isEqualTo(ChartKind.TRACES);
    }

    @Test
    void anotherBaselineTurnsTheVerdictsRound() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        assertThat(cell(model, "energy.gross.wh1000", 2).verdict()).isInstanceOf(Verdict.BetterThan.class);
        model.picked().setBaseline(key(3));
        assertThat(names(model)).containsExactly("v3-int8", "v1-baseline", "v2-fp16", "v4-pruned");
        assertThat(cell(model, "energy.gross.wh1000", 1).verdict()).isInstanceOf(Verdict.WorseThan.class);
        assertThat(cell(model, "accuracy.top1", 1).verdict()).isInstanceOf(Verdict.BetterThan.class);
        desk.undo().undo();
        assertThat(names(model).getFirst()).isEqualTo("v1-baseline");
    }

    private static SheetCell cell(CompareViewModel model, String metric, int version) {
        return model.table().sheet().rows().stream()
                .filter(row -> row.metric().id().equals(metric))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(version);
    }

    @Test
    void aRemovedVersionComesBack() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        model.picked().remove(List.of(key(2)));
        assertThat(names(model)).containsExactly("v1-baseline", "v3-int8", "v4-pruned");
        assertThat(model.table().gridProperty().get().heads()).hasSize(3);
        assertThat(desk.undo().nextProperty().get()).isEqualTo("Remove v2-fp16");
        desk.undo().undo();
        assertThat(names(model)).containsExactly("v1-baseline", "v2-fp16", "v3-int8", "v4-pruned");
    }

    @Test
    void removingAllAsksForAChoiceAgain() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        model.picked().remove(model.picked().all().stream().map(Headings::key).toList());
        assertThat(model.stateProperty().get()).isEqualTo(CompareViewModel.State.NOTHING_CHOSEN);
        assertThat(model.table().gridProperty().get().lines()).isEmpty();
    }

    @Test
    void tableChoicesAreRemembered() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        model.table().transposed(true);
        model.table().differencesOnly(true);
        model.table().metric("latency.p90", true);
        model.table().sort("latency.p50", true);
        desk.preferences().save();
        desk.close();
        open();
        CompareViewModel again = model();
        assertThat(again.table().choiceProperty().get())
                .isEqualTo(model.table().choiceProperty().get());
        assertThat(again.table().choiceProperty().get().metrics()).contains("latency.p90");
    }

    @Test
    void differencesOnlyLeavesOutWhereNobodyDiffers() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        assertThat(ids(model)).contains("model.macs", "latency.p50");
        model.table().differencesOnly(true);
        assertThat(ids(model)).contains("latency.p50").doesNotContain("model.macs");
    }

    private static List<String> ids(CompareViewModel model) {
        return model.table().gridProperty().get().lines().stream()
                .map(line -> line.head().key())
                .toList();
    }

    @Test
    void versionsOfAnotherMachineAreNotComparableAndSayWhy() throws Exception {
        SampleHistory.family(folder);
        SampleHistory.record(folder, "20260902T101500Z-bbbb02", "laptop", true, SampleHistory.FAMILY.subList(2, 3));
        CompareViewModel model = model();
        model.choose(List.of(RUN + ":v1-baseline", "20260902T101500Z-bbbb02"));
        Compared compared = model.comparedProperty().get();
        assertThat(compared.badge().state()).isEqualTo(Badge.State.NOT);
        assertThat(compared.badge().obstacles())
                .anySatisfy(why -> assertThat(why).contains("different machines"));
        assertThat(cell(model, "latency.p50", 1).mark()).isEqualTo(Mark.NOT_COMPARABLE);
        assertThat(cell(model, "latency.p50", 1).change()).isEmpty();
        model.choose(List.of(RUN, "20260902T101500Z-bbbb02"));
        assertThat(model.comparedProperty().get().badge().state()).isEqualTo(Badge.State.PARTLY);
        assertThat(model.comparedProperty().get().headings())
                .containsExactly("v1-baseline", "v2-fp16", "v3-int8 · aaaa01", "v4-pruned", "v3-int8 · bbbb02");
    }

    @Test
    void aMissingFigureSaysWhyAndIsNeverZero() throws Exception {
        SampleHistory.record(folder, RUN, "desk", false, SampleHistory.FAMILY);
        CompareViewModel model = model();
        model.chooseLast();
        SheetCell co2e = cell(model, "co2e.1000", 1);
        assertThat(co2e.absent()).isTrue();
        assertThat(co2e.value()).contains("site").doesNotContain("0");
        assertThat(co2e.detail()).contains("site");
        assertThat(model.comparedProperty().get().badge().state()).isEqualTo(Badge.State.COMPARABLE);
    }

    @Test
    void runsAreFoundByModelAndNewOnesAppear() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooser().filterProperty().set("int8 quick");
        assertThat(model.chooser().runs()).hasSize(1);
        model.chooser().filterProperty().set("resnet");
        assertThat(model.chooser().runs()).isEmpty();
        SampleHistory.Like resnet = new SampleHistory.Like("resnet-50", 900, 180, 5, 1000);
        SampleHistory.record(folder, "20260903T101500Z-cccc03", "desk", true, List.of(resnet));
        History history = desk.histories().own();
        desk.navigation().ended(history.run("last"));
        assertThat(model.chooser().runs()).extracting(RunOffer::id).containsExactly("20260903T101500Z-cccc03");
        assertThat(model.lastCompletedProperty().get().id()).isEqualTo("20260903T101500Z-cccc03");
    }

    @Test
    void versionsOfARunAreTickedOffTheHistory() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooser().versions(RUN, versions -> model.picked().add(versions.subList(1, 3)));
        model.chooser().versions(RUN, versions -> model.picked().add(versions.subList(2, 4)));
        assertThat(names(model)).containsExactly("v2-fp16", "v3-int8", "v4-pruned");
    }

    @Test
    void anUnknownVersionIsToldInOneLine() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.choose(List.of(RUN + ":nobody"));
        assertThat(desk.notices().all())
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("has no version 'nobody'"));
    }

    @Test
    void aDamagedHistoryIsToldInOneLine() throws Exception {
        Files.writeString(folder.resolve("history.db"), "not a database, but long enough to look like one".repeat(100));
        CompareViewModel model = model();
        assertThat(desk.notices().all()).isNotEmpty();
        assertThat(desk.notices().all().getFirst().text()).doesNotContain("Exception");
        assertThat(model.stateProperty().get()).isEqualTo(CompareViewModel.State.LOOKING);
    }

    @Test
    void thePriceFollowsTheAmountAskedFor() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        assertThat(model.price().lineProperty().get()).contains("v3-int8 → v2-fp16", "+2.1 points", "Wh (", "gCO2e (");
        model.price().pointsProperty().set(20);
        assertThat(model.price().lineProperty().get()).startsWith("No version gains so much");
        assertThat(new PriceModel(desk, desk.texts(CompareViewModel.class))
                        .pointsProperty()
                        .get())
                .isEqualTo(20);
    }

    @Test
    void reportsAreMadeOfTheVersionsCompared() throws Exception {
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.choose(List.of(RUN + ":v2-fp16", RUN + ":v1-baseline"));
        model.report();
        assertThat(desk.navigation().placeProperty().get()).isEqualTo(Place.REPORTS);
        assertThat(desk.navigation().toReportProperty().get()).containsExactly(key(2), key(1));
    }

    @Test
    void germanHasTheSameWords() throws Exception {
        desk.preferences().set("language", "de");
        desk = new Desk(new Workbench(folder), new InlineTaskRunner(), desk.preferences());
        SampleHistory.family(folder);
        CompareViewModel model = model();
        model.chooseLast();
        assertThat(model.table().gridProperty().get().corner()).isEqualTo("Kennzahl");
        assertThat(cell(model, "latency.p50", 2).word()).isEqualTo("besser");
        assertThat(model.price().lineProperty().get()).contains("je 1.000 Inferenzen");
    }
}
