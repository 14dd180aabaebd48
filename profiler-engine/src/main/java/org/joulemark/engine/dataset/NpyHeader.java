package org.joulemark.engine.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a .npy array (numpy.lib.format, versions 1 to 3).
 *
 * @param descr type string, for example {@code <f4}
 * @param fortranOrder whether the first dimension varies fastest
 * @param shape sizes
 * @param dataOffset byte at which the elements begin
 */
record NpyHeader(String descr, boolean fortranOrder, List<Long> shape, int dataOffset) {
    private static final Pattern DICTIONARY =
            Pattern.compile("\\{\\s*'descr'\\s*:\\s*'([^']*)'\\s*,\\s*'fortran_order'\\s*:\\s*(True|False)\\s*,"
                    + "\\s*'shape'\\s*:\\s*\\(([0-9,\\s]*)\\)\\s*+,?\\s*+\\}\\s*+");

    static NpyHeader read(byte[] file) throws IOException {
        if (!magic(file)) {
            throw new IOException("is not a .npy array");
        }
        int version = file[6];
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int lengthBytes = version == 1 ? 2 : 4;
        if (version < 1 || version > 3 || file.length < 8 + lengthBytes) {
            throw new IOException("has the .npy version " + version + ", which is not known");
        }
        long length = version == 1 ? bytes.getShort(8) & 0xFFFF : bytes.getInt(8) & 0xFFFFFFFFL;
        int start = 8 + lengthBytes;
        if (length > file.length - start || length > 1 << 16) {
            throw new IOException("has a .npy header of " + length + " bytes, which is more than there is");
        }
        return parse(new String(file, start, (int) length, StandardCharsets.UTF_8), start + (int) length);
    }

    private static boolean magic(byte[] file) {
        return file.length >= 10 && file[0] == (byte) 0x93 && ascii(file, 1, 5).equals("NUMPY");
    }

    private static NpyHeader parse(String text, int dataOffset) throws IOException {
        Matcher matcher = DICTIONARY.matcher(text);
        if (!matcher.matches()) {
            throw new IOException(
                    text.contains("'descr': [")
                            ? "is a structured array (a record type); save plain arrays instead"
                            : "has a .npy header that is not understood");
        }
        return new NpyHeader(matcher.group(1), matcher.group(2).equals("True"), shape(matcher.group(3)), dataOffset);
    }

    private static List<Long> shape(String text) throws IOException {
        List<Long> shape = new ArrayList<>();
        try {
            long elements = 1;
            for (String size : text.split(",", -1)) {
                if (!size.isBlank()) {
                    shape.add(Long.parseLong(size.strip()));
                    elements = Math.multiplyExact(elements, shape.getLast());
                }
            }
            if (elements < 0) {
                throw new IOException("has a negative number of elements");
            }
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IOException("has sizes beyond all bounds: (" + text + ")", e);
        }
        return List.copyOf(shape);
    }

    private static String ascii(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }

    long elements() {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }
}
