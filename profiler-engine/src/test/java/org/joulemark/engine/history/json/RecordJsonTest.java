package org.joulemark.engine.history.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.BlobId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.IdleWindow;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.LoadFacts;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Run;
import org.joulemark.engine.model.SensorId;
import org.joulemark.engine.model.Trial;
import org.joulemark.engine.model.Unit;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    private static final int SEEDS = 200;

    @Test
    void everyRunComesBackEqual() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Run run = new RandomRecords(new Random(seed)).record(Run.class);
            byte[] json = RecordJson.canonicalBytes(run);
            assertThat(RecordJson.read(json, Run.class)).as("seed %d", seed).isEqualTo(run);
            assertThat(RecordJson.recanonicalise(json)).as("seed %d", seed).isEqualTo(json);
        }
    }

    @Test
    void everyTrialComesBackEqual() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Trial trial = new RandomRecords(new Random(seed)).record(Trial.class);
            assertThat(RecordJson.read(RecordJson.canonicalBytes(trial), Trial.class))
                    .as("seed %d", seed)
                    .isEqualTo(trial);
        }
    }

    @Test
    void longsAreDecimalTextBecauseCanonicalNumbersAreDoubles() {
        Trial trial = new RandomRecords(new Random(1)).record(Trial.class);
        assertThat(RecordJson.canonical(trial)).contains("\"startNanos\":\"" + trial.startNanos() + "\"");
        assertThat(RecordJson.canonical(Map.of("n", Long.MAX_VALUE))).isEqualTo("{\"n\":\"9223372036854775807\"}");
    }

    @Test
    void keysAreSortedAndNullsLeftOut() {
        Quantity quantity =
                new Quantity(1.5, Unit.JOULES, 0.25, null, Map.of(Provenance.COUNTER, 1.0), false, null, null);
        assertThat(RecordJson.canonical(quantity))
                .isEqualTo("{\"figure\":\"quantity\",\"lowerBound\":false,\"shares\":{\"COUNTER\":1},"
                        + "\"standardUncertainty\":0.25,\"unit\":\"JOULES\",\"value\":1.5}");
        assertThat(RecordJson.canonical(List.of(new BlobId("ab"), new Interval(1, 2, 0.95))))
                .isEqualTo("[\"ab\",{\"high\":2,\"level\":0.95,\"low\":1}]");
    }

    @Test
    void aFigureSaysWhichFormItHas() throws Exception {
        Figure absent = new Absent(Unit.WATTS, "no sensor");
        assertThat(RecordJson.canonical(absent))
                .isEqualTo("{\"figure\":\"absent\",\"unit\":\"WATTS\",\"why\":\"no sensor\"}");
        assertThat(RecordJson.read(RecordJson.canonicalBytes(absent), Figure.class))
                .isEqualTo(absent);
        assertThat(RecordJson.canonical(Map.of("a", List.of(absent))))
                .as("also where the container does not say it holds figures")
                .isEqualTo("{\"a\":[{\"figure\":\"absent\",\"unit\":\"WATTS\",\"why\":\"no sensor\"}]}");
    }

    @Test
    void fieldsOfANewerVersionAreIgnored() throws Exception {
        Absent read = RecordJson.read(
                utf8("{\"figure\":\"absent\",\"unit\":\"WATTS\",\"why\":\"x\",\"new\":{\"a\":[1]}}"), Absent.class);
        assertThat(read).isEqualTo(new Absent(Unit.WATTS, "x"));
    }

    @Test
    void whatWasReadCannotBeChanged() throws Exception {
        Run run = new RandomRecords(new Random(2)).record(Run.class);
        Run read = RecordJson.read(RecordJson.canonicalBytes(run), Run.class);
        assertThatThrownBy(() -> read.judgement().reasons().add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> read.evidence().traces().put(new SensorId("x"), new BlobId("y")))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void whatIsWrongInADocumentIsSaidInPlainWords() throws Exception {
        Run run = new RandomRecords(new Random(2)).record(Run.class);
        String good = RecordJson.canonical(run);
        String grade = "\"grade\":\"" + run.judgement().grade() + "\"";
        for (String bad : List.of(
                good.replace(grade, "\"grade\":\"SPLENDID\""),
                good.replace("\"versions\":[", "\"versions\":[null,"),
                good.replace("\"startedNanos\":\"", "\"startedNanos\":\"x"),
                "{\"plan\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}",
                "{\"plan\":7}",
                "[")) {
            assertThatThrownBy(() -> RecordJson.read(utf8(bad), Run.class))
                    .as(bad.substring(0, Math.min(80, bad.length())))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("not a valid run: ")
                    .message()
                    .doesNotContain("java", "org.", "`", "Enum", "[[")
                    .hasSizeLessThan(250);
        }
        assertThatThrownBy(() -> RecordJson.read(utf8(good.replace(grade, "\"grade\":\"SPLENDID\"")), Run.class))
                .hasMessageContaining("grade is \"SPLENDID\"");
        assertThatThrownBy(
                        () -> RecordJson.read(utf8(good.replace("\"versions\":[", "\"versions\":[null,")), Run.class))
                .hasMessageContaining("versions is missing or is not of the form");
    }

    @Test
    void aBrokenDocumentIsOneClearLine() {
        for (String text : List.of("", "{", "[1]", "{\"value\":1} x", "{\"low\":null,\"high\":1,\"level\":0.9}")) {
            assertThatThrownBy(() -> RecordJson.read(utf8(text), Interval.class))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("interval")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void everyFiniteDoubleKeepsItsBits() throws Exception {
        Random random = new Random(11);
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < 20_000; i++) {
            values.put("k" + i, Double.longBitsToDouble(random.nextLong()));
        }
        var tree = RecordJson.tree(RecordJson.canonicalBytes(values));
        values.forEach((key, value) -> assertThat(
                        tree.get(key).asText().equals("NaN")
                                ? Double.NaN
                                : tree.get(key).asDouble())
                .isEqualTo(value));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatVersionOneDidNotRecordIsUnknownAndNotZero() throws IOException {
        byte[] load = "{\"configurationNotes\":[],\"firstInferenceNanos\":\"1\",\"loadNanos\":\"2\","
                .concat("\"outputsPinned\":true,\"peakResidentBytes\":\"3\",\"warmUpSteady\":true}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] idle = "{\"endNanos\":\"2\",\"energies\":[],\"startNanos\":\"1\"}".getBytes(StandardCharsets.UTF_8);
        LoadFacts facts = RecordJson.read(load, LoadFacts.class);
        IdleWindow window = RecordJson.read(idle, IdleWindow.class);

        assertThat(facts.clockOffsetBoundNanos()).isNull();
        assertThat(window.settledNanos()).isNull();
        // Written again they are the bytes they were, so that an old record keeps its hash.
        assertThat(RecordJson.canonicalBytes(facts)).isEqualTo(load);
        assertThat(RecordJson.canonicalBytes(window)).isEqualTo(idle);
    }
}
