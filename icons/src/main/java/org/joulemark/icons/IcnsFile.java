package org.joulemark.icons;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/**
 * An icon file for macOS: big-endian, the letters {@code icns} and the file's length, then entries of type, length with
 * these eight bytes, and a whole PNG file. Source of the format: IconStorage.h of Apple's CoreServices and "Apple Icon
 * Image format" (en.wikipedia.org). The types for 16 and 32 pixels at plain resolution are left out: PNG in them is
 * drawn wrongly for apps, and the system takes those of double resolution instead.
 */
final class IcnsFile {
    private static final int HEADER_BYTES = 8;
    private static final List<Type> TYPES = List.of(
            new Type("ic11", 32),
            new Type("ic12", 64),
            new Type("ic07", 128),
            new Type("ic13", 256),
            new Type("ic08", 256),
            new Type("ic14", 512),
            new Type("ic09", 512),
            new Type("ic10", 1024));

    private IcnsFile() {}

    /** The file with the PNG pictures, given by edge in pixels; one that is missing is left out. */
    static byte[] of(SortedMap<Integer, byte[]> pictures) {
        List<Type> types = TYPES.stream()
                .filter(type -> pictures.containsKey(type.edgePixels()))
                .toList();
        int length = HEADER_BYTES
                + types.stream()
                        .mapToInt(type -> HEADER_BYTES + picture(pictures, type).length)
                        .sum();
        ByteBuffer file = ByteBuffer.allocate(length).put(letters("icns")).putInt(length);
        for (Type type : types) {
            byte[] png = picture(pictures, type);
            file.put(letters(type.code())).putInt(HEADER_BYTES + png.length).put(png);
        }
        return file.array();
    }

    private static byte[] picture(SortedMap<Integer, byte[]> pictures, Type type) {
        return pictures.getOrDefault(type.edgePixels(), new byte[0]);
    }

    private static byte[] letters(String code) {
        return code.getBytes(StandardCharsets.US_ASCII);
    }

    private record Type(String code, int edgePixels) {}
}
