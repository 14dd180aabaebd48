package org.joulemark.engine.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;

/**
 * Reads the arrays of a .npz archive. {@link ZipFile} checks neither checksums nor sizes and takes overlapping and
 * duplicate entries, so all of that is checked here, and the total is bounded.
 */
final class NpzFile {
    /** More than this unpacked is no evaluation set for a workstation, or a zip bomb. */
    static final long MAX_TOTAL_BYTES = 2L << 30;

    private static final int MAX_ENTRIES = 256;

    private NpzFile() {}

    static Map<String, TensorData> read(Path file) throws UserError {
        Map<String, TensorData> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            checkTable(file, entries);
            for (ZipEntry entry : entries) {
                String name = name(file, entry, arrays);
                try {
                    arrays.put(name, NpyArray.read(name, unpack(zip, entry)));
                } catch (IOException e) {
                    throw new UserError(
                            UserError.Kind.USAGE, "data " + file + ": array '" + name + "' " + e.getMessage(), e);
                }
            }
        } catch (ZipException e) {
            throw new UserError(
                    UserError.Kind.USAGE, "data " + file + " is not a readable .npz archive: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "data " + file + " cannot be read: " + UserError.reason(e), e);
        }
        if (arrays.isEmpty()) {
            throw UserError.usage("data " + file + " holds no arrays");
        }
        return arrays;
    }

    private static void checkTable(Path file, List<? extends ZipEntry> entries) throws UserError {
        long packed = entries.stream()
                .mapToLong(entry -> Math.max(0, entry.getCompressedSize()))
                .sum();
        long unpacked = entries.stream()
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .sum();
        if (packed > file.toFile().length()) {
            throw UserError.usage("data " + file + " has entries that overlap, which is refused (zip bomb)");
        }
        if (unpacked > MAX_TOTAL_BYTES || entries.size() > MAX_ENTRIES) {
            throw UserError.usage("data " + file + " unpacks to more than " + (MAX_TOTAL_BYTES >> 30) + " GiB or "
                    + MAX_ENTRIES + " arrays, which is refused; split it");
        }
    }

    private static String name(Path file, ZipEntry entry, Map<String, TensorData> seen) throws UserError {
        String name = entry.getName().replaceFirst("\\.npy$", "");
        if (!entry.getName().endsWith(".npy") || name.contains("..") || name.startsWith("/")) {
            throw UserError.usage("data " + file + " holds '" + entry.getName() + "', which is no array (.npy)");
        }
        if (seen.containsKey(name)) {
            throw UserError.usage("data " + file + " holds the array '" + name + "' twice");
        }
        return name;
    }

    private static byte[] unpack(ZipFile zip, ZipEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        CRC32 crc = new CRC32();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] chunk = new byte[1 << 16];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                bytes.write(chunk, 0, count);
                crc.update(chunk, 0, count);
                if (bytes.size() > entry.getSize()) {
                    throw new IOException("is larger than the archive says");
                }
            }
        }
        if (bytes.size() != entry.getSize() || crc.getValue() != entry.getCrc()) {
            throw new IOException("is damaged: its size or checksum is not the one the archive states");
        }
        return bytes.toByteArray();
    }
}
