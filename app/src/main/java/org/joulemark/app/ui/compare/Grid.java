package org.joulemark.app.ui.compare;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the table shows, turned and sorted as the user wants it; what is copied is the same.
 *
 * @param corner heading of the titles
 * @param heads columns
 * @param lines rows
 */
record Grid(String corner, List<Head> heads, List<Line> lines) {
    /**
     * A column.
     *
     * @param key stable name
     * @param title heading
     * @param unit unit of what it heads; empty for none
     * @param detail more, one a line
     * @param baseline whether it is the baseline's
     */
    record Head(String key, String title, String unit, String detail, boolean baseline) {
        /** Title with unit. */
        String whole() {
            return unit.isEmpty() ? title : title + ", " + unit;
        }
    }

    /**
     * A row.
     *
     * @param head its title
     * @param cells one cell a column
     */
    record Line(Head head, List<SheetCell> cells) {}

    /** Nothing to show. */
    static Grid empty() {
        return new Grid("", List.of(), List.of());
    }

    /** {@code sheet} as {@code choice} wants it; the corner is named by what the rows are. */
    static Grid of(Sheet sheet, TableChoice choice, String metrics, String versions) {
        List<Sheet.Row> rows = sheet.rows().stream().filter(choice::shows).toList();
        List<Head> ofMetrics = rows.stream()
                .map(row -> new Head(row.metric().id(), row.title(), row.unit(), row.detail(), false))
                .toList();
        List<Head> ofVersions = IntStream.range(0, sheet.versions().size())
                .mapToObj(i -> head(sheet.versions().get(i), i == 0))
                .toList();
        Grid grid = choice.transposed()
                ? new Grid(versions, ofMetrics, lines(ofVersions, i -> column(rows, i)))
                : new Grid(
                        metrics, ofVersions, lines(ofMetrics, i -> rows.get(i).cells()));
        return grid.sorted(choice);
    }

    private static Head head(Sheet.Version version, boolean baseline) {
        return new Head(version.key(), version.title(), "", version.detail(), baseline);
    }

    private static List<Line> lines(List<Head> heads, IntFunction<List<SheetCell>> cells) {
        return IntStream.range(0, heads.size())
                .mapToObj(i -> new Line(heads.get(i), cells.apply(i)))
                .toList();
    }

    private static List<SheetCell> column(List<Sheet.Row> rows, int version) {
        return rows.stream().map(row -> row.cells().get(version)).toList();
    }

    private Grid sorted(TableChoice choice) {
        Comparator<Line> order = order(choice);
        // The baseline stays on top whatever the others are sorted by.
        Comparator<Line> pinned =
                Comparator.<Line, Boolean>comparing(line -> !line.head().baseline());
        return order == null
                ? this
                : new Grid(
                        corner,
                        heads,
                        lines.stream().sorted(pinned.thenComparing(order)).toList());
    }

    private @Nullable Comparator<Line> order(TableChoice choice) {
        if (choice.sortedBy().equals(TableChoice.TITLE)) {
            Comparator<Line> byTitle = Comparator.comparing(line -> line.head().title());
            return choice.descending() ? byTitle.reversed() : byTitle;
        }
        return IntStream.range(0, heads.size())
                .filter(i -> heads.get(i).key().equals(choice.sortedBy()))
                .mapToObj(
                        i -> choice.transposed() ? byFigure(i, choice.descending()) : byEffect(i, choice.descending()))
                .findFirst()
                .orElse(null);
    }

    /** Versions by their figure; those without one last, whatever the direction. */
    private static Comparator<Line> byFigure(int column, boolean descending) {
        Comparator<Line> absentLast =
                Comparator.comparing(line -> line.cells().get(column).absent());
        Comparator<Line> number =
                Comparator.comparingDouble(line -> line.cells().get(column).number());
        return absentLast.thenComparing(descending ? number.reversed() : number);
    }

    /** Metrics by how a version fares in them: better, worse, no difference, not comparable; the largest change first. */
    private static Comparator<Line> byEffect(int column, boolean descending) {
        Comparator<Line> rank =
                Comparator.comparingInt(line -> rank(line.cells().get(column)));
        Comparator<Line> size =
                Comparator.comparingDouble(line -> -size(line.cells().get(column)));
        Comparator<Line> order = rank.thenComparing(size);
        return descending ? order.reversed() : order;
    }

    private static int rank(SheetCell cell) {
        return switch (cell.mark()) {
            case BETTER -> 0;
            case WORSE -> 1;
            case SAME -> 2;
            case NOT_COMPARABLE -> 3;
            case NONE -> 4;
        };
    }

    private static double size(SheetCell cell) {
        return cell.delta() == null ? 0 : Math.abs(cell.delta().value());
    }
}
