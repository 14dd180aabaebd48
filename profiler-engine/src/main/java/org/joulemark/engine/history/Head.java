package org.joulemark.engine.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joulemark.engine.model.UserError;

/**
 * The end of a ledger at some moment. Printed on a label or kept by an auditor it is the external anchor that everything
 * before it can be checked against.
 *
 * @param ledger random id of the ledger, or its first 8 digits or more
 * @param seq number of its last event
 * @param hash lower-case hex SHA-256 of its last event, or its first 16 digits or more
 */
public record Head(String ledger, long seq, String hash) {
    private static final int LEDGER_DIGITS = 8;
    private static final int HASH_DIGITS = 16;
    private static final int ALL_LEDGER_DIGITS = 36;
    private static final int ALL_HASH_DIGITS = 64;
    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{8,36})/([1-9][0-9]{0,17})/([0-9a-f]{16,64})");

    /** Begin of the text in a label's code: its version, the run, the digest of the statement. */
    private static final Pattern CODE = Pattern.compile("^JM1:[^:/]{1,64}:[0-9a-f]{32}:");

    /** One word for labels, workbooks and e-mails: {@code ledger/seq/hash}. */
    public String text() {
        return ledger + "/" + seq + "/" + hash;
    }

    /** The same with the first digits of ledger and hash, as printed where there is little room. */
    public String shortText() {
        return first(ledger, LEDGER_DIGITS) + "/" + seq + "/" + first(hash, HASH_DIGITS);
    }

    private static String first(String digits, int most) {
        return digits.substring(0, Math.min(most, digits.length()));
    }

    /** Whether it was taken from the ledger with this id, as far as it names it. */
    boolean isOf(String ledgerId) {
        return ledgerId.startsWith(ledger);
    }

    /** Whether the event it names had this hash, as far as it says. */
    boolean names(String eventHash) {
        return eventHash.startsWith(hash);
    }

    /** Whether it gives ledger and hash in full. */
    boolean whole() {
        return ledger.length() == ALL_LEDGER_DIGITS && hash.length() == ALL_HASH_DIGITS;
    }

    /** How much of them it gives. */
    String compared() {
        return "%d of the %d characters of the ledger's id and %d of the %d digits of the event's hash"
                .formatted(ledger.length(), ALL_LEDGER_DIGITS, hash.length(), ALL_HASH_DIGITS);
    }

    /**
     * Reads what {@link #text()} or {@link #shortText()} wrote, or the text of a label's code, which ends with one.
     *
     * @throws UserError if it is something else
     */
    public static Head parse(String text) throws UserError {
        Matcher matcher = TEXT.matcher(CODE.matcher(text.strip()).replaceFirst(""));
        if (!matcher.matches()) {
            throw UserError.usage("\"" + Foreign.word(text)
                    + "\" is not a ledger head; it looks like ledger-id/number/hash, as printed"
                    + " on a label or by 'joulemark history verify', or is the text of a label's QR code");
        }
        return new Head(matcher.group(1), Long.parseLong(matcher.group(2)), matcher.group(3));
    }
}
