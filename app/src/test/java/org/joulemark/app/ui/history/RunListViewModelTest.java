package org.joulemark.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.InlineTaskRunner;
import org.joulemark.app.ui.fx.TaskRunner;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.engine.history.RunSummary;
import org.joulemark.engine.model.Grade;
import org.joulemark.engine.model.RunId;
import org.joulemark.engine.model.RunStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunListViewModelTest {
    private static final Texts TEXTS = Texts.of(RunListViewModel.class, Locale.ENGLISH);
    private static final Words GERMAN = new Words(Texts.of(Words.class, Locale.GERMAN));
    private static final Instant NOON = LocalDate.of(2026, 3, 14)
            .atTime(12, 0)
            .atZone(ZoneId.systemDefault())
            .toInstant();

    private final RunListViewModel list = new RunListViewModel(new InlineTaskRunner(), TEXTS);

    @BeforeEach
    void fill() {
        list.fill(List.of(
                row("20260316T1-c", 2, null, "wine"),
                row("20260315T1-b", 1, RunStatus.FAILED, "mobilenet"),
                row("20260314T1-a", 0, RunStatus.COMPLETED, "digits-FP32", "digits-int8")));
    }

    @Test
    void everyWordMustBeFoundSomewhereWhateverTheCase() {
        assertThat(found("DIGITS int8")).containsExactly("20260314T1-a");
        assertThat(found("t1-b")).containsExactly("20260315T1-b");
        assertThat(found("gpu:0 lab")).hasSize(3);
        assertThat(found("digits wine")).isEmpty();
        assertThat(found("  ")).hasSize(3);
    }

    @Test
    void aStatusIsFoundByItsWordInBothLanguages() {
        assertThat(found("fehlgeschlagen")).containsExactly("20260315T1-b");
        assertThat(found("failed")).containsExactly("20260315T1-b");
        assertThat(found("läuft")).containsExactly("20260316T1-c");
    }

    @Test
    void statusAndDaysNarrowTheListAndAllIsUndoneAtOnce() {
        list.statusProperty().set(StatusChoice.RUNNING);
        assertThat(ids()).containsExactly("20260316T1-c");
        list.statusProperty().set(StatusChoice.ALL);
        list.fromProperty().set(LocalDate.of(2026, 3, 15));
        assertThat(ids()).hasSize(2);
        list.untilProperty().set(LocalDate.of(2026, 3, 15));
        assertThat(ids()).containsExactly("20260315T1-b");
        assertThat(list.countProperty().get()).isEqualTo("1 of 3 runs");
        list.showAll();
        assertThat(ids()).hasSize(3);
        assertThat(list.countProperty().get()).isEqualTo("3 runs");
    }

    @Test
    void sortedByAColumnTheOthersStayNewestFirst() {
        list.orderProperty().set(new RunOrder(RunColumn.DEVICE, true));
        assertThat(ids()).containsExactly("20260316T1-c", "20260315T1-b", "20260314T1-a");
        list.orderProperty().set(new RunOrder(RunColumn.STARTED, true));
        assertThat(ids()).containsExactly("20260314T1-a", "20260315T1-b", "20260316T1-c");
        list.orderProperty().set(new RunOrder(RunColumn.GRADE, true));
        assertThat(ids()).containsExactly("20260315T1-b", "20260314T1-a", "20260316T1-c");
    }

    @Test
    void anOrderIsRememberedAsTextAndNonsenseMeansTheNewestFirst() {
        RunOrder order = new RunOrder(RunColumn.SITE, false);
        assertThat(RunOrder.of(order.text())).isEqualTo(order);
        assertThat(RunOrder.of("nonsense")).isEqualTo(RunOrder.NEWEST_FIRST);
        assertThat(RunOrder.of("")).isEqualTo(RunOrder.NEWEST_FIRST);
    }

    @Test
    void whileOneSearchIsUnderWayOnlyTheNewestOfTheOthersIsMade() {
        Later later = new Later();
        RunListViewModel slow = new RunListViewModel(later, TEXTS);
        slow.fill(list.pageProperty().get());
        slow.textProperty().set("w");
        slow.textProperty().set("wi");
        slow.textProperty().set("wine");
        assertThat(later.waiting).hasSize(1);
        later.work();
        assertThat(slow.pageProperty().get()).as("nothing outdated is shown").isEmpty();
        assertThat(later.waiting).hasSize(1);
        later.work();
        assertThat(later.waiting).isEmpty();
        assertThat(slow.pageProperty().get()).extracting(RunRow::id).containsExactly("20260316T1-c");
    }

    private List<String> found(String text) {
        list.textProperty().set(text);
        return ids();
    }

    private List<String> ids() {
        return list.pageProperty().get().stream().map(RunRow::id).toList();
    }

    private static RunRow row(String id, int day, RunStatus status, String... models) {
        Instant start = NOON.plusSeconds(day * 86_400L);
        return new RunRow.Maker(GERMAN)
                .row(new RunSummary(
                        new RunId(id),
                        start,
                        status == null ? null : start.plusSeconds(60),
                        status,
                        status == null ? null : status == RunStatus.COMPLETED ? Grade.B : Grade.A,
                        "demo",
                        "lab",
                        List.of(models),
                        List.of("cpu", "gpu:0"),
                        1));
    }

    /** Keeps work until it is told to do it. */
    private static final class Later implements TaskRunner {
        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
            waiting.add(() -> new InlineTaskRunner().run(work, done, failed));
        }

        @Override
        public void onScreen(Runnable change) {
            change.run();
        }

        void work() {
            waiting.remove().run();
        }
    }
}
