package org.joulemark.reports.label;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.joulemark.reports.Report;
import org.joulemark.reports.ReportInput;

/**
 * The measurement statement as one PDF page of 74 × 148 mm or longer, drawn from the SVG. Letters are outlines, so that it prints
 * the same everywhere; its words are in the document's subject for programs that read aloud.
 */
public final class PdfLabel implements Report {
    @Override
    public String id() {
        return "label-pdf";
    }

    @Override
    public String title() {
        return "Measurement statement (PDF)";
    }

    @Override
    public String extension() {
        return "pdf";
    }

    @Override
    public void write(ReportInput input, OutputStream out) throws IOException {
        LabelPicture picture = LabelPicture.of(input);
        try (PDDocument document = new PDDocument()) {
            // Else taken from the clock: the same statement gives the same file.
            document.setDocumentId(input.generatedAt().getEpochSecond());
            describe(document, input);
            PDPage page = new PDPage(new PDRectangle((float) LabelDrawing.WIDTH, (float) picture.height()));
            document.addPage(page);
            draw(document, page, picture);
            document.save(out);
        }
    }

    private static void describe(PDDocument document, ReportInput input) {
        LabelFields fields = new LabelFields(input);
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(LabelFields.TITLE + ": " + fields.model());
        about.setAuthor("Joulemark " + input.softwareVersion());
        about.setCreator("Joulemark " + input.softwareVersion());
        about.setSubject(new LabelDrawing(fields, new Fonts()).description());
        about.setCreationDate(GregorianCalendar.from(input.generatedAt().atZone(ZoneOffset.UTC)));
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences viewer =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        viewer.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(viewer);
    }

    private static void draw(PDDocument document, PDPage page, LabelPicture picture) throws IOException {
        PdfBoxGraphics2D graphics =
                new PdfBoxGraphics2D(document, (float) LabelDrawing.WIDTH, (float) picture.height());
        try {
            picture.draw(graphics, LabelDrawing.WIDTH, picture.height());
        } finally {
            graphics.dispose();
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawForm(graphics.getXFormObject());
        }
    }
}
