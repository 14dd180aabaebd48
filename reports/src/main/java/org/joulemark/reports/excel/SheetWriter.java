package org.joulemark.reports.excel;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.joulemark.reports.excel.Styles.Look;

/** Writes one sheet row by row: title, header, then rows; prints one page wide with its header on every page. */
final class SheetWriter {
    private static final float LINE_POINTS = 12.75f;
    private static final float ROW_PADDING = 5;
    private static final float WARNING_POINTS = 18;

    /** Rows in which a check looks for what was added to a sheet. */
    private static final int ROWS_WATCHED = 100_000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9,]+(\\.[0-9]+)?");

    private final XSSFSheet sheet;
    private final Styles styles;
    private final String name;
    private int nextRow;
    private int headerRow;
    private int columns;

    SheetWriter(XSSFWorkbook workbook, Styles styles, String name, String title) {
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
        this.name = name;
        text(row(), 0, Look.TITLE, title);
        nextRow++;
    }

    void note(String text) {
        text(row(), 0, Look.TEXT, text);
    }

    void blank() {
        nextRow++;
    }

    /** The header, and the width of each column in characters ("Energy (J)|12"); the first {@code frozen} stay in sight. */
    void header(int frozen, String... titles) {
        XSSFRow row = row();
        headerRow = row.getRowNum();
        columns = titles.length;
        for (int i = 0; i < titles.length; i++) {
            int bar = titles[i].lastIndexOf('|');
            text(row, i, Look.HEADER, titles[i].substring(0, bar));
            sheet.setColumnWidth(i, Integer.parseInt(titles[i].substring(bar + 1)) * 256);
        }
        row.setHeightInPoints(42);
        sheet.createFreezePane(frozen, headerRow + 1);
    }

    XSSFRow row() {
        return sheet.createRow(nextRow++);
    }

    /** Number (from 1) of the row that was written last. */
    int lastRowNumber() {
        return nextRow;
    }

    int firstDataRowNumber() {
        return headerRow + 2;
    }

    void text(XSSFRow row, int column, Look look, String text) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(SafeText.of(text));
        cell.setCellStyle(styles.of(look));
        if (look == Look.NOTE || look == Look.RESULT_WORDS) {
            heighten(row, column, text);
        }
    }

    /** Not every reader fits the height of a row to wrapped text by itself. */
    private void heighten(XSSFRow row, int column, String text) {
        int characters = Math.max(1, sheet.getColumnWidth(column) * 11 / 10 / 256 - 1);
        int lines = lines(text, characters);
        row.setHeightInPoints(Math.max(row.getHeightInPoints(), LINE_POINTS * lines + ROW_PADDING));
    }

    /** Lines of a text broken at its blanks: a word that does not fit begins the next. */
    private static int lines(String text, int characters) {
        int lines = 1;
        int used = 0;
        for (String word : text.split(" ", -1)) {
            int wanted = used == 0 ? word.length() : used + 1 + word.length();
            if (wanted <= characters) {
                used = wanted;
            } else {
                lines += (used == 0 ? 0 : 1) + (word.length() - 1) / characters;
                used = (word.length() - 1) % characters + 1;
            }
        }
        return lines;
    }

    void number(XSSFRow row, int column, Look look, double value) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(value);
        cell.setCellStyle(styles.of(look, value));
    }

    void time(XSSFRow row, int column, Instant instant) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        cell.setCellStyle(styles.of(Look.INPUT_TIME));
    }

    void formula(XSSFRow row, int column, Look look, String formula) {
        XSSFCell cell = row.createCell(column);
        cell.setCellFormula(formula);
        cell.setCellStyle(styles.of(look));
    }

    /** A formula whose result is shown with so many decimals. */
    void formula(XSSFRow row, int column, String formula, int decimals) {
        formula(row, column, Look.CALC_SHOWN, formula);
        row.getCell(column).setCellStyle(styles.of(Look.CALC_SHOWN, decimals, false));
    }

    /** A figure in the digits in which it is printed everywhere: a number where it is one, else words such as "< 3.4". */
    void stated(XSSFRow row, int column, String digits) {
        if (digits.isEmpty()) {
            return;
        }
        if (!NUMBER.matcher(digits).matches()) {
            text(row, column, Look.RESULT_WORDS, digits);
            return;
        }
        int point = digits.indexOf('.');
        number(row, column, Look.RESULT, Double.parseDouble(digits.replace(",", "")));
        row.getCell(column)
                .setCellStyle(
                        styles.of(Look.RESULT, point < 0 ? 0 : digits.length() - point - 1, digits.indexOf(',') >= 0));
    }

    /** A warning over the columns from {@code first} to {@code last} of a row of its own. */
    void warning(String text, int first, int last) {
        XSSFRow row = row();
        for (int column = first; column <= last; column++) {
            text(row, column, Look.WARNING, column == first ? text : "");
        }
        row.setHeightInPoints(WARNING_POINTS);
        sheet.addMergedRegion(new CellRangeAddress(row.getRowNum(), row.getRowNum(), first, last));
    }

    /** Names the data cells of a column, from the first data row to the last one written. */
    void nameColumn(String rangeName, int column) {
        String letter = CellReference.convertNumToColString(column);
        name(rangeName, "$" + letter + "$" + firstDataRowNumber() + ":$" + letter + "$" + lastRowNumber());
    }

    /**
     * Names a column from the first data row far beyond the last one written: what somebody adds below is inside, so that a
     * check can count it.
     */
    void nameColumnBelow(String rangeName, int column) {
        String letter = CellReference.convertNumToColString(column);
        int last = Math.max(ROWS_WATCHED, 2 * lastRowNumber());
        name(rangeName, "$" + letter + "$" + firstDataRowNumber() + ":$" + letter + "$" + last);
    }

    void name(String rangeName, String range) {
        XSSFName named = sheet.getWorkbook().createName();
        named.setNameName(rangeName);
        named.setRefersToFormula(name + "!" + range);
    }

    /** Formats that stand on the results of formulas, and page set-up; called when all sheets are calculated. */
    void finish(String footer) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellStyle().equals(styles.of(Look.CALC_SHOWN))) {
                    cell.setCellStyle(styles.of(Look.CALC_SHOWN, cell.getNumericCellValue()));
                }
            }
        }
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        if (columns > 0) {
            XSSFWorkbook workbook = sheet.getWorkbook();
            workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, columns - 1, 0, Math.max(headerRow, nextRow - 1));
            sheet.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
            sheet.setAutoFilter(new CellRangeAddress(headerRow, Math.max(headerRow, nextRow - 1), 0, columns - 1));
        }
        sheet.getFooter().setLeft(footer);
        sheet.getFooter().setRight("&A, page &P of &N");
        sheet.setActiveCell(new CellAddress(0, 0));
    }
}
