package org.joulemark.reports.excel;

/** Text of users for cells: names of models and devices are not to be trusted. */
final class SafeText {
    private static final int MAX_CHARACTERS = 32_000;

    private SafeText() {}

    /** Without control and direction characters and without the {@code _xHHHH_} escapes spreadsheets decode. */
    static String of(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", " ")
                .replaceAll("_x([0-9A-Fa-f]{4})_", "_x$1 _");
        return clean.length() > MAX_CHARACTERS ? clean.substring(0, MAX_CHARACTERS) + "…" : clean;
    }
}
