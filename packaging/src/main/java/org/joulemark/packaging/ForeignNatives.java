package org.joulemark.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Leaves out of a jar the native libraries of other systems and processors, and debug symbols: half the size of all
 * libraries. Everything else stays byte for byte, and a jar without foreign natives is not touched.
 */
final class ForeignNatives {
    private static final Pattern NATIVE =
            Pattern.compile(".*(\\.(so|dll|dylib|jnilib|a)|\\.dylib\\.dSYM/.*)", Pattern.CASE_INSENSITIVE);

    private final Pattern own;

    /** Natives of this platform stay; {@code architecture} is what {@code os.arch} says. */
    ForeignNatives(Platform platform, String architecture) {
        String system = switch (platform) {
            case LINUX -> "linux";
            case MAC -> "(mac|osx|darwin)";
            case WINDOWS -> "win(dows|32)?";
        };
        own = Pattern.compile(".*/" + system + "[-/]" + processor(architecture) + "/[^/]+", Pattern.CASE_INSENSITIVE);
    }

    private static String processor(String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "(x64|x86[-_]64|amd64)";
            case "aarch64", "arm64" -> "(aarch64|arm64)";
            default -> Pattern.quote(architecture);
        };
    }

    /** Whether this entry of a jar is a native library, or its symbols, that cannot run here. */
    boolean foreign(String entry) {
        return NATIVE.matcher(entry).matches() && !own.matcher(entry).matches();
    }

    /** Copies the jar without them. */
    void copyWithout(Path jar, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.stream().noneMatch(entry -> foreign(entry.getName()))) {
                Files.copy(jar, target);
                return;
            }
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
                for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                    copy(zip, entries.nextElement(), out);
                }
            }
        }
    }

    private void copy(ZipFile zip, ZipEntry entry, ZipOutputStream out) throws IOException {
        if (foreign(entry.getName())) {
            return;
        }
        ZipEntry kept = new ZipEntry(entry.getName());
        kept.setTime(entry.getTime());
        out.putNextEntry(kept);
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }
}
