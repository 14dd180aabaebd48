package org.joulemark.engine.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose formulas the figures of a run were stated with, by the version of the program that recorded it. Figures of
 * another line cannot be computed again here: a better formula does not make what was stated by an older one wrong.
 */
enum FormulaLine {
    /** This program's: the figures are computed again. */
    OWN,
    /** Of a program before or after this one. */
    OTHER,
    /** It cannot be told. */
    UNREADABLE;

    /** To be raised with every change of a formula, together with the program's version. */
    private static final String NUMBER = "0.2";

    private static final String DEVELOPMENT = "development";
    private static final Pattern VERSION =
            Pattern.compile("(\\d{1,4}\\.\\d{1,4})\\.\\d{1,4}(?:[-+][0-9A-Za-z.+-]{1,40})?");

    /** The line of a program version such as "0.2.1". */
    static FormulaLine of(String version) {
        String number = number(version);
        if (number.isEmpty()) {
            return UNREADABLE;
        }
        return number.equals(NUMBER) ? OWN : OTHER;
    }

    /** "0.1" of "0.1.3"; empty if it is no version. */
    static String number(String version) {
        Matcher matcher = VERSION.matcher(version);
        if (matcher.matches()) {
            return matcher.group(1);
        }
        return version.equals(DEVELOPMENT) ? NUMBER : "";
    }
}
