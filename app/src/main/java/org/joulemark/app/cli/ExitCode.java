package org.joulemark.app.cli;

/** Exit codes of the command line. */
final class ExitCode {
    static final int OK = 0;

    /** A regression, a model that does not check out, or a history that does not hold. */
    static final int FAILED_CHECK = 1;

    static final int USAGE = 2;

    /** A history of which nothing was found wrong, and of which not everything is signed or could be checked. */
    static final int UNDECIDED = 3;

    static final int NOT_COMPARABLE = 4;
    static final int MEASUREMENT_FAILED = 5;

    private ExitCode() {}
}
