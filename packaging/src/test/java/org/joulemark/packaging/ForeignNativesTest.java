package org.joulemark.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForeignNativesTest {
    private static final List<String> ENTRIES = List.of(
            "META-INF/MANIFEST.MF",
            "ai/onnxruntime/OnnxRuntime.class",
            "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
            "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
            "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib",
            "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib.dSYM/Contents/Info.plist",
            "ai/onnxruntime/native/win-x64/onnxruntime.dll",
            "com/sun/jna/win32/StdCallLibrary.class",
            "com/sun/jna/linux-x86-64/libjnidispatch.so",
            "com/sun/jna/linux-x86/libjnidispatch.so",
            "com/sun/jna/win32-x86-64/jnidispatch.dll",
            "com/sun/jna/win32-x86/jnidispatch.dll",
            "com/sun/jna/darwin-aarch64/libjnidispatch.jnilib",
            "com/sun/jna/aix-ppc64/libjnidispatch.a",
            "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so",
            "org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so",
            "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib",
            "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll");

    @TempDir
    private Path folder;

    @Test
    void onLinuxOnlyItsOwnLibrariesStay() {
        assertThat(kept(Platform.LINUX, "amd64"))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "ai/onnxruntime/OnnxRuntime.class",
                        "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
                        "com/sun/jna/win32/StdCallLibrary.class",
                        "com/sun/jna/linux-x86-64/libjnidispatch.so",
                        "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so");
    }

    @Test
    void onAMacDebugSymbolsGoToo() {
        assertThat(kept(Platform.MAC, "aarch64"))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "ai/onnxruntime/OnnxRuntime.class",
                        "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib",
                        "com/sun/jna/win32/StdCallLibrary.class",
                        "com/sun/jna/darwin-aarch64/libjnidispatch.jnilib",
                        "org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib");
    }

    @Test
    void onWindowsThoseOf64BitStay() {
        assertThat(kept(Platform.WINDOWS, "amd64"))
                .containsExactly(
                        "META-INF/MANIFEST.MF",
                        "ai/onnxruntime/OnnxRuntime.class",
                        "ai/onnxruntime/native/win-x64/onnxruntime.dll",
                        "com/sun/jna/win32/StdCallLibrary.class",
                        "com/sun/jna/win32-x86-64/jnidispatch.dll",
                        "org/sqlite/native/Windows/x86_64/sqlitejdbc.dll");
    }

    @Test
    void aCopiedJarHoldsWhatStaysWithTheSameBytes() throws IOException {
        Path jar = jar("libs.jar", ENTRIES);
        Path copy = folder.resolve("copy.jar");
        new ForeignNatives(Platform.LINUX, "amd64").copyWithout(jar, copy);
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName).toList()).isEqualTo(kept(Platform.LINUX, "amd64"));
            String name = "org/sqlite/native/Linux/x86_64/libsqlitejdbc.so";
            byte[] bytes = zip.getInputStream(zip.getEntry(name)).readAllBytes();
            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("content of " + name);
        }
    }

    @Test
    void aJarWithoutForeignNativesIsCopiedAsItIs() throws IOException {
        Path jar = jar("plain.jar", List.of("a/B.class", "a/linux-x64/b.so"));
        Path copy = folder.resolve("copy.jar");
        new ForeignNatives(Platform.LINUX, "amd64").copyWithout(jar, copy);
        assertThat(copy).hasSameBinaryContentAs(jar);
    }

    private static List<String> kept(Platform platform, String architecture) {
        ForeignNatives natives = new ForeignNatives(platform, architecture);
        return ENTRIES.stream().filter(entry -> !natives.foreign(entry)).toList();
    }

    private Path jar(String name, List<String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new ZipEntry(entry));
                out.write(("content of " + entry).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }
}
