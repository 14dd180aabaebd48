package org.joulemark.reports.excel;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Looks of cells: inputs, calculations and results differ by fill and by a sign in their header, not by colour alone. */
final class Styles {
    /** What a cell is. */
    enum Look {
        TITLE("General"),
        HEADER("@"),
        TEXT("@"),
        NOTE("@"),
        STRONG("@"),
        /** What forbids or limits the use of the whole workbook. */
        WARNING("@"),
        /** Numbers of rows and versions. */
        COUNT("0"),
        /** Raw numbers from the history: "▸ input". */
        INPUT_COUNT("#,##0"),
        INPUT_PLAIN("General"),
        INPUT_AMOUNT("General"),
        /** A control total, beside words. */
        INPUT_CONTROL("General"),
        INPUT_SECONDS("0.000"),
        INPUT_TIME("yyyy-mm-dd hh:mm:ss"),
        /** Formulas: "= calculated". */
        CALC_SHOWN("General"),
        CALC_COUNT("#,##0"),
        CHECK("@"),
        /** Statistical results, as the history states them: "● result". */
        RESULT("General"),
        /** Words where there is no number to state, or more than one. */
        RESULT_WORDS("@"),
        RESULT_PERCENT("0%"),
        RESULT_CHANGE("+0.0%;-0.0%;0.0%"),
        RESULT_POINTS("+0.00;-0.00;0.00");

        private final String format;

        Look(String format) {
            this.format = format;
        }
    }

    /** Looks with four significant digits and without powers of ten, whatever the value; see {@link #digits}. */
    private static final Set<Look> BY_SIZE = EnumSet.of(Look.INPUT_AMOUNT, Look.CALC_SHOWN, Look.RESULT);

    private static final int SIGNIFICANT = 4;

    private static final byte[] HEADER_FILL = {(byte) 0x08, (byte) 0x30, (byte) 0x6B};
    private static final byte[] WARNING_FILL = {(byte) 0x1A, (byte) 0x1A, (byte) 0x1A};
    private static final byte[] INPUT_FILL = {(byte) 0xFF, (byte) 0xF7, (byte) 0xE0};
    private static final byte[] RESULT_FILL = {(byte) 0xEA, (byte) 0xF2, (byte) 0xFA};

    private final XSSFWorkbook workbook;
    private final Map<String, XSSFCellStyle> styles = new HashMap<>();

    Styles(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    XSSFCellStyle of(Look look) {
        return of(look, look.format);
    }

    /** The look of a cell that holds {@code value} or a formula with about that result. */
    XSSFCellStyle of(Look look, double value) {
        return BY_SIZE.contains(look) ? of(look, digits(value)) : of(look);
    }

    /** The look of a number with so many decimals, as reports print it; whether its thousands are set apart. */
    XSSFCellStyle of(Look look, int decimals, boolean grouped) {
        return of(look, (grouped ? "#,##0" : "0") + (decimals == 0 ? "" : "." + "0".repeat(decimals)));
    }

    private XSSFCellStyle of(Look look, String format) {
        return styles.computeIfAbsent(look + " " + format, _ -> make(look, format));
    }

    private static String digits(double value) {
        int before = value == 0 ? SIGNIFICANT : 1 + (int) Math.floor(Math.log10(Math.abs(value)));
        int decimals = Math.max(0, SIGNIFICANT - before);
        return "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
    }

    private XSSFCellStyle make(Look look, String format) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setFontName("Calibri");
        font.setFontHeightInPoints((short) 10);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        // Not at the top: there the letters of the first row touch the header.
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        dress(look, style, font);
        style.setFont(font);
        return style;
    }

    private static void dress(Look look, XSSFCellStyle style, XSSFFont font) {
        switch (look) {
            case TITLE -> {
                font.setBold(true);
                font.setFontHeightInPoints((short) 14);
            }
            case HEADER -> header(style, font);
            case WARNING -> {
                font.setBold(true);
                font.setFontHeightInPoints((short) 12);
                font.setColor(white());
                fill(style, WARNING_FILL);
                style.setIndention((short) 1);
            }
            case TEXT, NOTE, STRONG -> {
                font.setBold(look == Look.STRONG);
                style.setWrapText(look == Look.NOTE);
                style.setQuotePrefixed(true);
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention((short) 1);
            }
            case CHECK, COUNT -> {
                font.setBold(look == Look.CHECK);
                style.setAlignment(HorizontalAlignment.CENTER);
            }
            case INPUT_CONTROL -> {
                fill(style, INPUT_FILL);
                style.setAlignment(HorizontalAlignment.LEFT);
            }
            case RESULT_WORDS -> {
                fill(style, RESULT_FILL);
                style.setWrapText(true);
                style.setQuotePrefixed(true);
                style.setAlignment(HorizontalAlignment.RIGHT);
            }
            case INPUT_COUNT, INPUT_PLAIN, INPUT_AMOUNT, INPUT_SECONDS, INPUT_TIME -> fill(style, INPUT_FILL);
            case RESULT, RESULT_PERCENT, RESULT_CHANGE, RESULT_POINTS -> fill(style, RESULT_FILL);
            case CALC_SHOWN, CALC_COUNT -> style.setAlignment(HorizontalAlignment.RIGHT);
        }
    }

    private static void header(XSSFCellStyle style, XSSFFont font) {
        font.setBold(true);
        font.setColor(white());
        fill(style, HEADER_FILL);
        style.setWrapText(true);
        style.setBorderBottom(BorderStyle.THIN);
    }

    private static XSSFColor white() {
        return new XSSFColor(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF}, null);
    }

    private static void fill(XSSFCellStyle style, byte[] colour) {
        style.setFillForegroundColor(new XSSFColor(colour, null));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }
}
