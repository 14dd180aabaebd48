package org.joulemark.reports.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.SampleInput;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class LabelTest {
    private static byte[] bytes(Report report, ReportInput input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(input, out);
        return out.toByteArray();
    }

    private static String svg(ReportInput input) throws IOException {
        return new String(bytes(new SvgLabel(), input), StandardCharsets.UTF_8);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theStatementSaysWhatWasMeasuredAndWhatItIsNot() throws Exception {
        String svg = svg(new SampleInput().build());

        parse(svg);
        assertThat(svg)
                .contains("AI model energy &amp; carbon measurement statement")
                .contains("SHA-256 bbbbbbbbbbbb")
                .contains("ESTIMATED, not measured")
                .contains("top-1 99.33 ± 0.74 % (596 of 600)")
                .contains("location-based, DEU 329 g/kWh")
                .contains("not assessed")
                .contains("not a certification")
                .contains("unsigned");
    }

    @Test
    void whatIsMissingIsPrintedAndNotHidden() throws Exception {
        String svg =
                svg(new SampleInput().withoutSite().withoutAccuracy().demo().build());

        assertThat(svg)
                .contains("not computed: no site given")
                .contains("accuracy not measured")
                .contains("NOT FOR REPORTING: DEMO preset");
    }

    @Test
    void namesOfModelsCannotBreakTheDrawing() throws Exception {
        String nasty = "<script>&\"'\u0001\u202E" + "very-long-model-name-".repeat(20);
        Document document = parse(svg(new SampleInput().named(nasty).build()));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void noTextRunsOverTheEdge() throws Exception {
        String svg = svg(new SampleInput()
                .named("a-model-with-a-name-nobody-can-print-on-a-label-of-this-width")
                .build());
        Fonts fonts = new Fonts();
        Matcher matcher = Pattern.compile("<text x=\"([0-9.]+)\" y=\"([0-9.]+)\" font-size=\"([0-9.]+)\""
                        + " font-weight=\"(\\w+)\"[^>]*>([^<]*)<")
                .matcher(svg);
        Matcher page = Pattern.compile("viewBox=\"0 0 [0-9.]+ ([0-9.]+)\"").matcher(svg);
        assertThat(page.find()).isTrue();
        double height = Double.parseDouble(page.group(1));
        int texts = 0;
        while (matcher.find()) {
            double size = Double.parseDouble(matcher.group(3));
            String text = matcher.group(5).replace("&amp;", "&");
            double end = Double.parseDouble(matcher.group(1))
                    + fonts.width(text, size, matcher.group(4).equals("bold"));
            assertThat(end).as(text).isLessThanOrEqualTo(LabelDrawing.WIDTH);
            assertThat(size).isGreaterThanOrEqualTo(7);
            assertThat(Double.parseDouble(matcher.group(2))).isLessThanOrEqualTo(height);
            texts++;
        }
        assertThat(texts).isGreaterThan(20);
    }

    @Test
    void coloursHaveTheContrastPeopleNeed() {
        assertThat(contrast(LabelDrawing.INK, "#FFFFFF")).isGreaterThan(4.5);
        assertThat(contrast(LabelDrawing.QUIET, "#FFFFFF")).isGreaterThan(4.5);
        assertThat(contrast(LabelDrawing.QUIET, LabelDrawing.PALE)).isGreaterThan(4.5);
        assertThat(contrast(LabelDrawing.BLUE, LabelDrawing.PALE)).isGreaterThan(4.5);
        assertThat(contrast("#FFFFFF", LabelDrawing.BLUE)).isGreaterThan(4.5);
    }

    /** WCAG 2.1 relative luminance and contrast ratio. */
    private static double contrast(String a, String b) {
        double high = Math.max(luminance(a), luminance(b));
        double low = Math.min(luminance(a), luminance(b));
        return (high + 0.05) / (low + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    @Test
    void theCodeOnThePictureIsReadBackByAnotherProgram() throws Exception {
        ReportInput input = new SampleInput().build();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(new PngLabel(), input)));
        assertThat(image.getWidth()).isEqualTo(874);
        assertThat(image.getHeight()).isEqualTo(1887);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

        String read = new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();

        assertThat(read)
                .isEqualTo(new LabelFields(input).payload())
                .startsWith("JM1:20261121T101502Z-7f3a9c:")
                .endsWith("/42/" + "cd".repeat(32));
        assertThat(read.length()).isLessThan(200);
    }
}
