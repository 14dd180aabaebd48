package org.joulemark.engine.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joulemark.engine.model.UserError;

/**
 * The end of a ledger at some moment. Printed on a label or kept by an auditor it is the external anchor that everything
 * before it can be checked against.
 *
 * @param ledger random id of the ledger
 * @param seq number of its last event
 * @param hash lower-case hex SHA-256 of its last event
 */
public record Head(String ledger, long seq, String hash) {
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36})/([0-9]{1,18})/([0-9a-f]{64})");

    /** One word for labels, workbooks and e-mails: {@code ledger/seq/hash}. */
    public String text() {
        return ledger + "/" + seq + "/" + hash;
    }

    /** First 16 digits of the hash, for places with little room. */
    public String shortHash() {
        return hash.substring(0, Math.min(16, hash.length()));
    }

    /** Reads what {@link #text()} wrote. @throws UserError if it is something else */
    public static Head parse(String text) throws UserError {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw UserError.usage("\"" + text + "\" is not a ledger head; it looks like ledger-id/number/64-digit-hash,"
                    + " as printed by 'joulemark history verify'");
        }
        return new Head(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }
}
