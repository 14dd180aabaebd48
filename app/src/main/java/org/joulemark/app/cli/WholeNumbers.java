package org.joulemark.app.cli;

import java.math.BigInteger;
import org.joulemark.engine.model.UserError;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers of the command line, and what is wrong with others in words. */
final class WholeNumbers {
    private WholeNumbers() {}

    /** Makes a command line read its whole numbers here; it has all its verbs by now. */
    static void readBy(CommandLine line) {
        line.registerConverter(Long.class, text -> within(text, Long.MIN_VALUE, Long.MAX_VALUE));
        line.registerConverter(Long.TYPE, text -> within(text, Long.MIN_VALUE, Long.MAX_VALUE));
        line.registerConverter(
                Integer.class, text -> Math.toIntExact(within(text, Integer.MIN_VALUE, Integer.MAX_VALUE)));
    }

    /** An amount that some of is needed, within what the engine counts in. @throws UserError naming the option */
    static long some(String option, long amount) throws UserError {
        if (amount < 1 || amount > Integer.MAX_VALUE) {
            throw UserError.usage(option + " " + amount + ": give 1 to " + Integer.MAX_VALUE);
        }
        return amount;
    }

    private static long within(String text, long least, long most) {
        if (!text.matches("[-+]?[0-9]+")) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
        BigInteger number = new BigInteger(text);
        if (number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new TypeConversionException("'" + text + "' is too large");
        }
        if (number.compareTo(BigInteger.valueOf(least)) < 0) {
            throw new TypeConversionException("'" + text + "' is too small");
        }
        return number.longValueExact();
    }
}
