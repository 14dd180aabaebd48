package org.joulemark.icons;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SortedMap;

/**
 * An icon file for Windows: a folder of pictures, each a whole PNG file. Source of the format: "The format of icon
 * resources" and "The evolution of the ICO file format, part 4: PNG images" (Microsoft, devblogs.microsoft.com,
 * 2010); PNG entries are read since Windows Vista.
 */
final class IcoFile {
    /** The largest edge in pixels of an entry; it is written as 0, as the field is one byte wide. */
    static final int LARGEST = 256;

    private static final int HEADER_BYTES = 6;
    private static final int ENTRY_BYTES = 16;
    private static final int ICON = 1;
    private static final int PLANES = 1;
    private static final int BITS_PER_PIXEL = 32;

    private IcoFile() {}

    /** The file with those of the PNG pictures, by edge in pixels, that fit into one. */
    static byte[] of(SortedMap<Integer, byte[]> pictures) {
        SortedMap<Integer, byte[]> fitting = pictures.headMap(LARGEST + 1);
        int offset = HEADER_BYTES + ENTRY_BYTES * fitting.size();
        int length =
                offset + fitting.values().stream().mapToInt(png -> png.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) ICON).putShort((short) fitting.size());
        for (var picture : fitting.entrySet()) {
            byte edge = (byte) (picture.getKey() % LARGEST);
            file.put(edge).put(edge).put((byte) 0).put((byte) 0);
            file.putShort((short) PLANES).putShort((short) BITS_PER_PIXEL);
            file.putInt(picture.getValue().length).putInt(offset);
            offset += picture.getValue().length;
        }
        fitting.values().forEach(file::put);
        return file.array();
    }
}
