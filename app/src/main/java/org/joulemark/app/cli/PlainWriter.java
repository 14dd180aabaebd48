package org.joulemark.app.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** Writes plain text: a line ends where {@code println} ends it, whatever the text holds. See {@link PlainText}. */
final class PlainWriter extends PrintWriter {
    PlainWriter(Writer target) {
        super(target, true);
    }

    @Override
    public void write(int character) {
        write(String.valueOf((char) character));
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        write(new String(characters, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) {
        String plain = PlainText.of(text.substring(offset, offset + length));
        super.write(plain, 0, plain.length());
    }
}
