package org.joulemark.engine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.joulemark.engine.model.UserError;

/**
 * The native libraries of ONNX Runtime, unpacked once: by default each process would copy tens (with CUDA: hundreds) of
 * megabytes into a new temporary folder and leave it behind. Their hashes are taken from the very files that a worker
 * is about to load, each time one is started.
 *
 * @param folder folder with the libraries
 * @param sha256 SHA-256 of each library in it, by file name
 */
public record NativeCache(Path folder, Map<String, String> sha256) {
    private static final String ROOT = "/ai/onnxruntime/native/";

    /** Keeps a copy of the hashes. */
    public NativeCache {
        sha256 = Map.copyOf(sha256);
    }

    /** SHA-256 of the main library. */
    public String librarySha256() {
        return Objects.requireNonNull(sha256.get(Platform.current().main()));
    }

    /**
     * The bundled CPU build, unpacked below {@code cacheFolder} where it is not there yet.
     *
     * @throws UserError if it cannot be unpacked, or what lies there is not what this program brings along
     */
    public static NativeCache bundled(Path cacheFolder) throws UserError {
        Platform platform = Platform.current();
        try {
            long key = checksum(platform);
            Path folder = cacheFolder.resolve("onnxruntime-%s-%08x".formatted(platform.id(), key));
            Map<String, String> packaged = unpack(platform, folder);
            Map<String, String> present = hashes(folder);
            requireSame(folder, packaged, present);
            return new NativeCache(folder, present);
        } catch (IOException e) {
            throw new UserError(
                    UserError.Kind.MEASUREMENT,
                    "cannot unpack ONNX Runtime into " + cacheFolder + ": " + UserError.reason(e)
                            + "; free some space there or set JOULEMARK_HOME to a writable folder",
                    e);
        }
    }

    private static void requireSame(Path folder, Map<String, String> packaged, Map<String, String> present)
            throws UserError {
        for (Map.Entry<String, String> library : present.entrySet()) {
            if (!library.getValue().equals(packaged.get(library.getKey()))) {
                throw UserError.measurement("the native library " + folder.resolve(library.getKey())
                        + " is not the one this program brought along: it was changed; delete the folder " + folder
                        + ", then it is unpacked anew");
            }
        }
    }

    /** CRC-32 of the main library as its jar states it: names the build without reading it. */
    private static long checksum(Platform platform) throws IOException, UserError {
        URL url = NativeCache.class.getResource(ROOT + platform.id() + "/" + platform.main());
        if (url == null) {
            throw UserError.measurement("ONNX Runtime has no build for " + platform.id() + " in this package");
        }
        if (url.openConnection() instanceof JarURLConnection jar) {
            return jar.getJarEntry().getCrc();
        }
        throw new IOException(url + " is not in a jar");
    }

    /** Places what is not there yet and gives the hash of each library as it is packaged. */
    private static Map<String, String> unpack(Platform platform, Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> packaged = new HashMap<>();
        for (String name : platform.libraries()) {
            String resource = ROOT + platform.id() + "/" + name;
            try (InputStream in = NativeCache.class.getResourceAsStream(resource)) {
                if (in != null) {
                    packaged.put(name, sha256(in));
                    if (!Files.exists(folder.resolve(name))) {
                        place(resource, folder, name);
                    }
                }
            }
        }
        return packaged;
    }

    /** Hashes of all libraries of ONNX Runtime in a folder: the main one, its Java binding and its providers. */
    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new HashMap<>();
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(folder, "*onnxruntime*.{so,dll,dylib}")) {
            for (Path library : libraries) {
                try (InputStream in = Files.newInputStream(library)) {
                    hashes.put(String.valueOf(library.getFileName()), sha256(in));
                }
            }
        }
        return hashes;
    }

    /** Writes beside and moves, so that a second process never sees half a library. */
    private static void place(String resource, Path folder, String name) throws IOException {
        Path beside = Files.createTempFile(folder, "unpacking", ".part");
        try (InputStream in = Objects.requireNonNull(NativeCache.class.getResourceAsStream(resource))) {
            Files.copy(in, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A build the user points to: its folder must hold the main library and the Java binding of the same version. */
    public static NativeCache of(Path ortHome) throws UserError {
        Platform platform = Platform.current();
        Path folder = Files.isDirectory(ortHome.resolve("lib")) ? ortHome.resolve("lib") : ortHome;
        for (String name : platform.libraries().subList(0, 2)) {
            if (!Files.isRegularFile(folder.resolve(name))) {
                throw UserError.usage("--ort-home " + ortHome + " has no " + name
                        + "; point it to the unpacked natives of an onnxruntime_gpu package of the same version");
            }
        }
        try {
            return new NativeCache(folder, hashes(folder));
        } catch (IOException e) {
            throw new UserError(UserError.Kind.USAGE, "cannot read --ort-home " + ortHome + ": " + e.getMessage(), e);
        }
    }

    private static String sha256(InputStream in) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[1 << 16];
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                digest.update(chunk, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** Names of platform and libraries as ONNX Runtime's Java package uses them. */
    private record Platform(String id, List<String> libraries) {
        String main() {
            return libraries.getFirst();
        }

        static Platform current() {
            String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            String arch = System.getProperty("os.arch").matches("amd64|x86_64") ? "x64" : "aarch64";
            if (os.contains("win")) {
                return new Platform(
                        "win-" + arch,
                        List.of("onnxruntime.dll", "onnxruntime4j_jni.dll", "onnxruntime_providers_shared.dll"));
            }
            if (os.contains("mac")) {
                return new Platform("osx-" + arch, List.of("libonnxruntime.dylib", "libonnxruntime4j_jni.dylib"));
            }
            return new Platform("linux-" + arch, List.of("libonnxruntime.so", "libonnxruntime4j_jni.so"));
        }
    }
}
