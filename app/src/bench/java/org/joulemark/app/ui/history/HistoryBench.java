package org.joulemark.app.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.joulemark.app.ui.Window;
import org.joulemark.app.ui.desk.Place;
import org.joulemark.app.ui.desk.Words;
import org.joulemark.app.ui.fx.Texts;
import org.joulemark.app.workbench.RecordedFigures;
import org.joulemark.engine.history.Access;
import org.joulemark.engine.history.History;
import org.joulemark.engine.history.RunFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How fast the place History is with 100,001 runs, in the real window on the headless platform. */
class HistoryBench {
    private static final int RUNS = 100_001;
    private static final List<String> QUERIES =
            List.of("v3", "v4", "v4 failed", "x9", "x99", "x999", "digits-v5 lab cpu", "cancelled", "nothing", "");

    @TempDir
    private Path folder;

    @Test
    void aHundredThousandRunsOpenAndAreFiltered() throws Exception {
        make();
        read();
        // Once for the classes and fonts, then for the figure.
        opened();
        try (Window window = new Window(folder)) {
            double open = open(window);
            TableView<RunRow> table = window.find("#runs");
            TextField search = window.find("#history-search");
            double[] filters = QUERIES.stream()
                    .mapToDouble(query -> median(table, search, query))
                    .toArray();
            double sort = untilItems(
                    table,
                    () -> table.getSortOrder().setAll(List.of(table.getColumns().get(3))));
            double slowest = Arrays.stream(filters).max().orElseThrow();
            System.out.printf(
                    Locale.ROOT,
                    "100,001 runs: opened in %.0f ms, sorted by versions in %.0f ms, filtered in %s ms (slowest %.0f"
                            + " ms)%n",
                    open,
                    sort,
                    Arrays.toString(
                            Arrays.stream(filters).mapToLong(Math::round).toArray()),
                    slowest);
            assertThat(open).isLessThan(1_000);
            assertThat(slowest).isLessThan(100);
        }
    }

    /** The middle of three times, each from another result: one collection of garbage is not the search's fault. */
    private static double median(TableView<RunRow> table, TextField search, String query) {
        double[] times = new double[3];
        for (int i = 0; i < times.length; i++) {
            untilItems(table, () -> search.setText("x1234"));
            times[i] = untilItems(table, () -> search.setText(query));
        }
        Arrays.sort(times);
        return times[1];
    }

    /** What reading takes without a window: rows from the file, the newest 500 and all. */
    private void read() throws Exception {
        Words words = new Words(Texts.of(Words.class, Locale.ENGLISH));
        try (History history = History.open(folder, Access.READ_ONLY, "bench")) {
            for (int most : new int[] {500, 500, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE}) {
                long start = System.nanoTime();
                RunRow.Maker maker = new RunRow.Maker(words);
                List<RunRow> rows = history.list(RunFilter.all().limit(most)).stream()
                        .map(maker::row)
                        .toList();
                long read = System.nanoTime();
                int found = new RunQuery("digits-v5 x99", StatusChoice.ALL, null, null)
                        .in(rows, ZoneId.systemDefault())
                        .size();
                System.out.printf(
                        Locale.ROOT,
                        "%d rows read in %.0f ms, %d found in %.1f ms%n",
                        rows.size(),
                        (read - start) / 1e6,
                        found,
                        (System.nanoTime() - read) / 1e6);
            }
        }
    }

    private void opened() throws Exception {
        try (Window window = new Window(folder)) {
            open(window);
        }
    }

    /** Milliseconds from going to the place until all rows are in the list and laid out. */
    private static double open(Window window) {
        long start = System.nanoTime();
        AtomicLong end = new AtomicLong();
        AtomicLong first = new AtomicLong();
        Window.onScreen(() -> {
            window.desk().navigation().open(Place.HISTORY);
            return true;
        });
        window.await("list", 10, () -> window.robot().lookup("#runs").tryQuery().isPresent());
        TableView<RunRow> table = window.find("#runs");
        window.await("rows", 30, () -> {
            if (!table.getItems().isEmpty()) {
                first.compareAndSet(0, System.nanoTime());
            }
            boolean there = table.getItems().size() == RUNS;
            if (there && end.get() == 0) {
                table.layout();
                end.set(System.nanoTime());
            }
            return there;
        });
        System.out.printf(Locale.ROOT, "newest runs there after %.0f ms%n", (first.get() - start) / 1e6);
        return (end.get() - start) / 1e6;
    }

    /** Milliseconds from {@code change} until the list has other items and is laid out. */
    private static double untilItems(TableView<RunRow> table, Runnable change) {
        CountDownLatch done = new CountDownLatch(1);
        AtomicLong end = new AtomicLong();
        ChangeListener<Object> listener = (_, _, _) -> Platform.runLater(() -> {
            table.layout();
            end.set(System.nanoTime());
            done.countDown();
        });
        long start = Window.onScreen(() -> {
            table.itemsProperty().addListener(listener);
            long now = System.nanoTime();
            change.run();
            return now;
        });
        try {
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        Window.onScreen(() -> {
            table.itemsProperty().removeListener(listener);
            return true;
        });
        return (end.get() - start) / 1e6;
    }

    private void make() throws Exception {
        try (History history = History.open(folder, Access.READ_WRITE, "bench")) {
            SampleHistory.record(
                    history.journal(RecordedFigures::of), SampleHistory.Wish.completed("r", SampleHistory.NOON));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(History.FILE_NAME));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO"
                            + " run_index SELECT 'x' || i, started + i * 60000000000, finished + i * 60000000000,"
                            + " CASE i % 4 WHEN 0 THEN 'FAILED' WHEN 1 THEN 'CANCELLED' ELSE status END, grade,"
                            + " preset, site, json_array('digits-v' || (i % 9), 'digits-v2-int8'), devices, versions,"
                            + " started_seq, ended_seq FROM run_index, n WHERE run = 'r'");
        }
    }
}
