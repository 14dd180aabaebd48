package org.joulemark.engine.dataset;

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

    /** Deflate packs at most 1,032 bytes into one (RFC 1951: 258 bytes from two bits). */
    private static final long MAX_RATIO = 1032;

    private NpzFile() {}

    /**
     * The arrays of a file. What is damaged refuses the file; what is whole and of no use to a model only refuses to be
     * used.
     *
     * @param arrays arrays by name
     * @param unreadable arrays that cannot be fed, for example pickles, and why
     */
    record Archive(Map<String, TensorData> arrays, Map<String, String> unreadable) {}

    static Archive read(Path file) throws UserError {
        Map<String, TensorData> arrays = new LinkedHashMap<>();
        Map<String, String> unreadable = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = zip.stream().toList();
            checkTable(file, entries);
            for (ZipEntry entry : entries) {
                String name = name(file, entry);
                if (arrays.containsKey(name) || unreadable.containsKey(name)) {
                    throw UserError.usage("data " + file + " holds the array '" + name + "' twice");
                }
                byte[] bytes = unpack(file, name, zip, entry);
                try {
                    arrays.put(name, NpyArray.read(name, bytes));
                } catch (IOException e) {
                    unreadable.put(name, String.valueOf(e.getMessage()));
                }
            }
        } catch (ZipException e) {
            throw new UserError(
                    UserError.Kind.USAGE, "data " + file + " is not a readable .npz archive: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "data " + file + " cannot be read: " + UserError.reason(e), e);
        }
        if (arrays.isEmpty()) {
            throw UserError.usage("data " + file + " holds no arrays that can be fed to a model" + first(unreadable));
        }
        return new Archive(arrays, unreadable);
    }

    private static void checkTable(Path file, List<? extends ZipEntry> entries) throws UserError {
        long length = file.toFile().length();
        long packed = 0;
        long limit = limit();
        long unpacked = 0;
        for (ZipEntry entry : entries) {
            packed += Math.clamp(entry.getCompressedSize(), 0, length + 1);
            unpacked += Math.clamp(entry.getSize(), 0, limit + 1);
        }
        if (packed > length) {
            throw UserError.usage("data " + file + " has entries that overlap, which is refused (zip bomb)");
        }
        if (unpacked > limit) {
            throw UserError.usage("data " + file + " unpacks to more than " + (limit >> 20)
                    + " MiB, which is refused (memory); give fewer rows");
        }
        if (entries.size() > MAX_ENTRIES) {
            throw UserError.usage("data " + file + " holds " + entries.size() + " files, which is more than "
                    + MAX_ENTRIES + "; it is no evaluation set");
        }
    }

    /** Arrays are held in memory once as they are and once as the model wants them. */
    private static long limit() {
        return Math.min(MAX_TOTAL_BYTES, Runtime.getRuntime().maxMemory() / 3);
    }

    private static String first(Map<String, String> unreadable) {
        return unreadable.entrySet().stream()
                .findFirst()
                .map(array -> ": '" + array.getKey() + "' " + array.getValue())
                .orElse("");
    }

    private static String name(Path file, ZipEntry entry) throws UserError {
        String name = entry.getName().replaceFirst("\\.npy$", "");
        if (!entry.getName().endsWith(".npy") || name.contains("..") || name.startsWith("/")) {
            throw UserError.usage("data " + file + " holds '" + entry.getName() + "', which is no array (.npy)");
        }
        return name;
    }

    private static byte[] unpack(Path file, String name, ZipFile zip, ZipEntry entry) throws UserError {
        try {
            return unpack(zip, entry);
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "data " + file + ": array '" + name + "' " + e.getMessage(), e);
        }
    }

    private static byte[] unpack(ZipFile zip, ZipEntry entry) throws IOException {
        long size = entry.getSize();
        if (size < 0 || size > (entry.getCompressedSize() + 1) * MAX_RATIO || size > Integer.MAX_VALUE - 8) {
            throw new IOException("is damaged: it claims " + size + " bytes");
        }
        byte[] bytes;
        boolean more;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes((int) size);
            more = in.read() >= 0;
        }
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (more || bytes.length != size || crc.getValue() != entry.getCrc()) {
            throw new IOException("is damaged: its size or checksum is not the one the archive states");
        }
        return bytes;
    }
}
