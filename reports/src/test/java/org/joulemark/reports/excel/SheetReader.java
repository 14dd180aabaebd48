package org.joulemark.reports.excel;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a sheet the way a person does: by the words at the head of a column. */
record SheetReader(Sheet sheet) {
    /** The first cell of {@code row} whose column's head begins with {@code head}; null if the cell is empty. */
    @Nullable
    Cell cell(Row row, String head) {
        for (Row header : sheet) {
            for (Cell cell : header) {
                if (text(cell).startsWith(head) && header.getPhysicalNumberOfCells() > 3) {
                    return row.getCell(cell.getColumnIndex());
                }
            }
        }
        throw new AssertionError("no column '" + head + "' in " + sheet.getSheetName());
    }

    double number(Row row, String head) {
        Cell cell = cell(row, head);
        if (cell == null) {
            throw new AssertionError("no value in column '" + head + "'");
        }
        return cell.getNumericCellValue();
    }

    /** All rows with a cell that begins with {@code start}. */
    List<Row> rows(String start) {
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (text(cell).startsWith(start)) {
                    rows.add(row);
                    break;
                }
            }
        }
        return rows;
    }

    /** The only such row. */
    Row row(String start) {
        List<Row> rows = rows(start);
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows with '" + start + "' in " + sheet.getSheetName());
        }
        return rows.getFirst();
    }

    static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        boolean string = cell.getCellType() == CellType.STRING
                || (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.STRING);
        return string ? cell.getStringCellValue() : "";
    }

    /** Every text of the sheet, a line a cell. */
    String words() {
        StringBuilder all = new StringBuilder();
        for (Row row : sheet) {
            for (Cell cell : row) {
                all.append(text(cell)).append('\n');
            }
        }
        return all.toString();
    }
}
