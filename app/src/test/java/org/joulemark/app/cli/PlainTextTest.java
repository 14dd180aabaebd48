package org.joulemark.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.joulemark.engine.history.json.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No foreign text commands the terminal, forges a line or hides itself. */
class PlainTextTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x09, 0x0A, 0x0B, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0x9D, 0xAD, 0x061C, 0x200B, 0x200D,
                0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xD800, 0xE0041
            })
    void whatCommandsTheTerminalOrIsSeenByNobodyIsSpelledOut(int codePoint) {
        String foreign = "a" + new String(Character.toChars(codePoint)) + "b";

        assertThat(PlainText.of(foreign)).matches("a(\\\\u[0-9a-f]{4}){1,2}b");
        assertThat(PlainText.of(PlainText.of(foreign))).isEqualTo(PlainText.of(foreign));
    }

    @Test
    void wordsOfAnyScriptStayAsTheyAre() {
        for (String word : List.of("mödel – 38 µJ ± 2 Δ …", "模型.onnx", "نموذج", "e\u0301", "𝔪", "🙂")) {
            assertThat(PlainText.of(word)).isEqualTo(word);
        }
    }

    @Test
    void onlyThePrintersOwnLineEndsEndALine() {
        Terminal terminal = new Terminal(folder);
        terminal.console().out().println("a\n[100 %] done\r\nb");
        terminal.console().out().println("\u001b]0;owned\u0007\u001b[2J");
        terminal.console().out().println('\u001b');

        assertThat(terminal.out())
                .isEqualTo("a\\u000a[100 %] done\\u000d\\u000ab" + System.lineSeparator()
                        + "\\u001b]0;owned\\u0007\\u001b[2J" + System.lineSeparator() + "\\u001b"
                        + System.lineSeparator());
    }

    @Test
    void jsonStaysTheSameDocumentAndIsSafeToLookAt() throws Exception {
        String foreign = "\u001b[2J\u007f\u009b\u202e\u2028\n\\u001b \uDB40\uDC41";
        Terminal terminal = new Terminal(folder);
        terminal.console().out().println(RecordJson.canonical(Map.of("name", foreign)));

        assertThat(terminal.out().strip()).matches("[\\x20-\\x7e]+");
        assertThat(new ObjectMapper().readTree(terminal.out()).path("name").asText())
                .isEqualTo(foreign);
    }

    @Test
    void columnsOfTheTerminalAreCountedNotCharacters() {
        assertThat(PlainText.columns("model")).isEqualTo(5);
        assertThat(PlainText.columns("e\u0301té")).isEqualTo(3);
        assertThat(PlainText.columns("模型")).isEqualTo(4);
        assertThat(PlainText.columns("ｆ🙂")).isEqualTo(4);
        assertThat(PlainText.columns("38 µJ ± 2 Δ … ─ ▸")).isEqualTo(17);
    }

    @Test
    void aTableStaysStraightWhateverItsCellsHold() {
        TextTable table = new TextTable(1, "version", "p50");
        table.add("模型", "1");
        table.add("e\u0301", "2");
        table.add("x\u001b[31m\n", "3");
        table.add("plain", "4");
        List<String> lines = table.lines();

        assertThat(lines).hasSize(6);
        assertThat(lines.stream().map(PlainText::columns)).containsOnly(PlainText.columns(lines.getFirst()));
    }
}
