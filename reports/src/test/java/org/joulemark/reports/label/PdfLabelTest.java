package org.joulemark.reports.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportInput;
import org.joulemark.reports.SampleInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfLabelTest {
    private static final int DPI = 300;

    @TempDir
    private Path folder;

    private static byte[] bytes(Report report, ReportInput input) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.write(input, out);
        return out.toByteArray();
    }

    private static String code(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    /** Mean absolute difference of brightness, 0 to 255. */
    private static double difference(BufferedImage a, BufferedImage b) {
        double sum = 0;
        int width = Math.min(a.getWidth(), b.getWidth());
        int height = Math.min(a.getHeight(), b.getHeight());
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum += Math.abs(grey(a.getRGB(x, y)) - grey(b.getRGB(x, y)));
            }
        }
        return sum / (width * (double) height);
    }

    private static double grey(int argb) {
        return 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
    }

    @Test
    void thePageHasTheSizeAndTheWordsOfTheStatement() throws Exception {
        ReportInput input = new SampleInput().build();
        try (PDDocument document = Loader.loadPDF(bytes(new PdfLabel(), input))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth() / 72 * 25.4).isCloseTo(74, within(0.05));
            assertThat(page.getHeight() / 72 * 25.4).isCloseTo(159.77, within(0.05));
            var about = document.getDocumentInformation();
            assertThat(about.getTitle()).endsWith("measurement statement: digits-v3-int8");
            assertThat(about.getAuthor()).startsWith("Joulemark ");
            assertThat(about.getSubject())
                    .contains("top-1 99.33 ± 0.74 % (596 of 600)")
                    .contains("329 g/kWh")
                    .contains("unsigned");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void renderedBackItIsThePictureAndItsCodeIsRead() throws Exception {
        ReportInput input = new SampleInput().build();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes(new PngLabel(), input)));
        try (PDDocument document = Loader.loadPDF(bytes(new PdfLabel(), input))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI);

            assertThat(page.getWidth()).isCloseTo(picture.getWidth(), within(1));
            assertThat(page.getHeight()).isCloseTo(picture.getHeight(), within(1));
            assertThat(difference(page, picture)).isLessThan(4);
            assertThat(code(page)).isEqualTo(new LabelFields(input).payload());
            // The band on top is the blue of the drawing: white letters stand on it with the contrast tested there.
            assertThat(page.getRGB(page.getWidth() / 2, 4) & 0xFFFFFF)
                    .isEqualTo(Integer.parseInt(LabelDrawing.BLUE.substring(1), 16));
        }
    }

    @Test
    void anEmptyPageWouldBeNoticed() throws Exception {
        BufferedImage picture =
                ImageIO.read(new ByteArrayInputStream(bytes(new PngLabel(), new SampleInput().build())));
        BufferedImage white = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        white.createGraphics().fillRect(0, 0, white.getWidth(), white.getHeight());

        assertThat(difference(picture, white)).isGreaterThan(20);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> code(white)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void theSameStatementGivesTheSameFile() throws Exception {
        ReportInput input = new SampleInput().build();

        assertThat(bytes(new PdfLabel(), input)).isEqualTo(bytes(new PdfLabel(), input));
    }

    @Test
    void namesOfModelsCannotBreakThePage() throws Exception {
        String nasty = "<script>&\"'\u0001\u202E(\\)" + "very-long-model-name-".repeat(20);
        byte[] file = bytes(new PdfLabel(), new SampleInput().named(nasty).build());
        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void anotherProgramShowsItToo() throws Exception {
        assumeTrue(onPath("pdftoppm"), "pdftoppm is not installed here: poppler's reading of the page is not tested");
        ReportInput input = new SampleInput().build();
        Path pdf = folder.resolve("label.pdf");
        Files.write(pdf, bytes(new PdfLabel(), input));
        Process process = new ProcessBuilder(
                        "pdftoppm",
                        "-r",
                        String.valueOf(DPI),
                        "-png",
                        pdf.toString(),
                        folder.resolve("page").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).isEmpty();
        BufferedImage page = ImageIO.read(folder.resolve("page-1.png").toFile());

        assertThat(code(page)).isEqualTo(new LabelFields(input).payload());
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        if (path == null) {
            return false;
        }
        return java.util.Arrays.stream(path.split(java.io.File.pathSeparator, -1))
                .anyMatch(one -> Files.isExecutable(Path.of(one, program)));
    }
}
