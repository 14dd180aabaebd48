package org.joulemark.app.ui.compare;

/** The beginning of a reason, short enough for two lines of a cell; the whole of it stands in the cell's detail. */
final class ShortReason {
    private static final int MOST = 52;

    private ShortReason() {}

    /** The first clause of {@code why}, cut at a word if it is long. */
    static String of(String why) {
        String clause = why.split("[;(:]", 2)[0].strip();
        String text = clause.isEmpty() ? why.strip() : clause;
        if (text.length() <= MOST) {
            return text;
        }
        int space = text.lastIndexOf(' ', MOST - 1);
        return text.substring(0, space > MOST / 2 ? space : MOST - 1) + "…";
    }
}
