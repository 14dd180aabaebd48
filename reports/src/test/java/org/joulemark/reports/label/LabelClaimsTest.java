package org.joulemark.reports.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joulemark.engine.model.EmissionFactor;
import org.joulemark.engine.model.FactorBoundary;
import org.joulemark.engine.model.FactorMethod;
import org.joulemark.engine.model.Site;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportFiles;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.SampleInput;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whether a reader of the printed statement can be misled. */
class LabelClaimsTest {
    private static final String LONG_PUBLISHER =
            "Federal Ministry for the Environment, Nature Conservation, Nuclear Safety and Consumer Protection";

    /** A line of the drawing: its words, how far down, how large. */
    private record Printed(String text, double y, double size) {}

    private static List<Printed> printed(ReportInput input) throws Exception {
        NodeList texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(bytes(new SvgLabel(), input)))
                .getElementsByTagName("text");
        List<Printed> all = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            all.add(new Printed(
                    text.getTextContent(),
                    Double.parseDouble(text.getAttribute("y")),
                    Double.parseDouble(text.getAttribute("font-size"))));
        }
        return all;
    }

    private static byte[] bytes(Report report, ReportInput input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(input, out);
        return out.toByteArray();
    }

    private static String words(List<Printed> lines) {
        return String.join(" ", lines.stream().map(Printed::text).toList());
    }

    /** Without the blanks, at which lines may be broken. */
    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    private static Printed headline(List<Printed> lines) {
        return lines.stream().max((a, b) -> Double.compare(a.size(), b.size())).orElseThrow();
    }

    private static Site publishedBy(String publisher) {
        return new Site(
                "DEU",
                "DEU",
                1.25,
                "user",
                new EmissionFactor(
                        "x-2023-DEU",
                        329,
                        publisher,
                        "intensity",
                        2023,
                        "data year",
                        "DEU",
                        FactorBoundary.GENERATION_ONLY,
                        "CO2e",
                        "CC-BY-4.0",
                        "ab".repeat(32),
                        "national",
                        "",
                        FactorMethod.LOCATION_BASED),
                "");
    }

    @Test
    void anEnergyThatIsNotResolvedIsNoHeadline() throws Exception {
        List<Printed> lines = printed(new SampleInput().sensorUncertainty(1.4).build());

        assertThat(headline(lines).text()).isEqualTo("not resolved");
        assertThat(words(lines)).contains("below what this sensor resolves");
    }

    @Test
    void theHeadlineHasTwoToFourDigitsAndItsUnit() throws Exception {
        for (double times : new double[] {1e-3, 1, 1e3, 1e6, 1e9}) {
            String headline = headline(printed(new SampleInput()
                            .run("20261121T101502Z-7f3a9c", times)
                            .build()))
                    .text();

            assertThat(headline).matches("[1-9][0-9]{0,3}(\\.[0-9]+)? [nµmk]?Wh");
            assertThat(headline.replaceAll("[^0-9]", "").length()).isBetween(2, 4);
        }
    }

    @Test
    void notForReportingStandsOnTopAndLarge() throws Exception {
        List<Printed> lines = printed(new SampleInput().demo().build());
        Printed first =
                lines.stream().min((a, b) -> Double.compare(a.y(), b.y())).orElseThrow();

        assertThat(first.text()).startsWith("NOT FOR REPORTING");
        assertThat(first.size()).isGreaterThanOrEqualTo(10);
        ReportFiles.write(
                new PngLabel(),
                new SampleInput().demo().at(publishedBy(LONG_PUBLISHER)).build(),
                java.nio.file.Path.of("target", "label-demo.png"));
        ReportFiles.write(new PngLabel(), new SampleInput().build(), java.nio.file.Path.of("target", "label.png"));
        ReportFiles.write(
                new PngLabel(),
                new SampleInput()
                        .sensorUncertainty(1.4)
                        .at(SampleInput.own("lab", 1.3, 12, FactorMethod.MARKET_BASED))
                        .build(),
                java.nio.file.Path.of("target", "label-unresolved.png"));
    }

    @Test
    void everyFigureHasItsUncertaintyAndNoPercentileIsLeftOut() throws Exception {
        String words = words(printed(new SampleInput().build()));

        assertThat(words)
                .containsPattern("p50 [0-9.]+ ± [0-9.]+ µs")
                .containsPattern("p95 [0-9.]+ ± [0-9.]+ µs")
                .containsPattern("p99 [0-9.]+ ± [0-9.]+ µs")
                .containsPattern("[0-9]+ (± [0-9]+ )?inferences a second")
                .containsPattern("top-1 [0-9.]+ (±|\\[)");
    }

    @Test
    void theEnergyOfOtherProgramsIsNamedAsALimit() throws Exception {
        assertThat(words(printed(new SampleInput().build()))).contains("other programs' energy inside, not in ±");
        assertThat(words(printed(new SampleInput().foreignLoad().build())))
                .contains("load of other programs in 3 of 3 trials is inside the energy and not in its ±");
    }

    @Test
    void whatTheFactorCountsAndRequiresStandsWithTheFigure() throws Exception {
        String words = words(printed(new SampleInput()
                .at(SampleInput.factor("CO2", "check before audit use"))
                .build()));

        assertThat(words)
                .containsPattern("[0-9] [nµm]?gCO2 per 1,000")
                .contains("CO2 only", "Operational CO2 ")
                .contains("factor: check before audit use")
                .contains("± is of the energy only; publishers state none for the factor");
        assertThat(words(printed(new SampleInput().build())))
                .containsPattern("[0-9] [nµm]?gCO2e per 1,000")
                .doesNotContain("CO2 only");
    }

    @Test
    void theYearOfAnOwnFactorIsAsEntered() throws Exception {
        assertThat(words(printed(new SampleInput()
                        .at(SampleInput.own("lab", 1.3, 12, null))
                        .build())))
                .contains("2025 as entered");
    }

    @Test
    void noWordIsShortened() throws Exception {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            String name = "m" + "odel-v".repeat(1 + random.nextInt(40)) + seed;
            String publisher = LONG_PUBLISHER.substring(0, 20 + random.nextInt(70));
            String words = words(printed(
                    new SampleInput().named(name).at(publishedBy(publisher)).build()));

            assertThat(words.replaceAll("\\[[0-9.]+ … [0-9.]+\\]", "")).doesNotContain("…");
            assertThat(letters(words)).contains(letters(name), letters(publisher + ", 2023"));
        }
    }

    @Test
    void theHashCoversEveryPrintedLine() throws Exception {
        for (SampleInput sample : List.of(
                new SampleInput(),
                new SampleInput().demo(),
                new SampleInput().withoutSite().withoutAccuracy(),
                new SampleInput().sensorUncertainty(1.4))) {
            ReportInput input = sample.build();
            String statement = letters(new LabelFields(input).statement());
            for (Printed line : printed(input)) {
                assertThat(statement).contains(letters(line.text()));
            }
            assertThat(new LabelFields(input).payload())
                    .contains(":"
                            + Digest.sha256(new LabelFields(input).statement()).substring(0, 32) + ":");
        }
    }

    @Test
    void anOwnFactorIsNotCalledLocationBased() throws Exception {
        String words = words(printed(new SampleInput()
                .at(SampleInput.own("lab", 1.3, 12, FactorMethod.MARKET_BASED))
                .build()));

        assertThat(words).doesNotContain("location-based").contains("market-based as entered");
    }

    @Test
    void theEnergyTheFactorIsMultipliedWithIsPrinted() throws Exception {
        assertThat(words(printed(new SampleInput().build())))
                .contains("facility")
                .contains("PUE 1.25");
    }
}
