package org.joulemark.app.ui.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A grid as a Markdown table (GitHub's), with the notes below. */
final class GridMarkdown {
    private GridMarkdown() {}

    /** The table and the notes, ending with a line feed. */
    static String of(Grid grid, List<String> notes) {
        StringBuilder text = new StringBuilder();
        row(text, Stream.concat(Stream.of(grid.corner()), grid.heads().stream().map(Grid.Head::whole)));
        row(text, Stream.concat(Stream.of(":--"), grid.heads().stream().map(_ -> "--:")));
        for (Grid.Line line : grid.lines()) {
            row(
                    text,
                    Stream.concat(
                            Stream.of(line.head().whole()),
                            line.cells().stream().map(GridMarkdown::cell)));
        }
        notes.forEach(note -> text.append("\n").append(escaped(note)).append("\n"));
        return text.toString();
    }

    private static String cell(SheetCell cell) {
        return Stream.of(cell.whole(), cell.judgement(), cell.change())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void row(StringBuilder text, Stream<String> cells) {
        text.append(cells.map(GridMarkdown::escaped).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    /** What would end a cell or start markup stands as it is. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("`", "\\`")
                .replaceAll("\\R", " ");
    }
}
