package org.joulemark.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.model.Elements;
import org.joulemark.engine.model.TensorData;
import org.joulemark.engine.model.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzFileTest {
    /** Type and the whole numbers every one of its kind can hold. */
    private static final Map<String, int[]> RANGES = Map.ofEntries(
            Map.entry("f2", new int[] {-2048, 2048}),
            Map.entry("f4", new int[] {-1_000_000, 1_000_000}),
            Map.entry("f8", new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}),
            Map.entry("i1", new int[] {-128, 128}),
            Map.entry("i2", new int[] {-32_768, 32_768}),
            Map.entry("i4", new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}),
            Map.entry("i8", new int[] {Integer.MIN_VALUE, Integer.MAX_VALUE}),
            Map.entry("u1", new int[] {0, 256}),
            Map.entry("u2", new int[] {0, 65_536}),
            Map.entry("u4", new int[] {0, Integer.MAX_VALUE}),
            Map.entry("u8", new int[] {0, Integer.MAX_VALUE}),
            Map.entry("b1", new int[] {0, 2}));

    @TempDir
    Path folder;

    @Test
    void whatNumpyWritesIsReadWhateverTypeByteOrderAndLayout() throws Exception {
        List<String> types = RANGES.keySet().stream().sorted().toList();
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String type = types.get(seed % types.size());
            List<Long> shape = new ArrayList<>();
            for (int i = 0; i < random.nextInt(4); i++) {
                shape.add((long) random.nextInt(1, 5));
            }
            double[] values = random.doubles(shape.stream().reduce(1L, Math::multiplyExact))
                    .map(share -> whole(share, RANGES.getOrDefault(type, new int[2])))
                    .toArray();
            String order = type.endsWith("1") ? "|" : random.nextBoolean() ? ">" : "<";
            var layout = new NumpyArchive.Layout(order + type, random.nextBoolean(), 1 + random.nextInt(3));
            Path file = new NumpyArchive()
                    .add("a", NumpyArchive.npy(layout, shape, values))
                    .write(folder.resolve("a.npz"), random.nextBoolean());

            TensorData read = array(file, "a");

            assertThat(read.shape()).isEqualTo(shape);
            assertThat(numbers(read))
                    .describedAs("seed %d: %s %s", seed, layout, shape)
                    .isEqualTo(values);
        }
    }

    private static double whole(double share, int[] range) {
        return Math.floor(range[0] + share * ((double) range[1] - range[0]));
    }

    private static TensorData array(Path file, String name) throws UserError {
        TensorData array = NpzFile.read(file).arrays().get(name);
        assertThat(array).isNotNull();
        return array == null ? TensorData.strings("", List.of(), List.of()) : array;
    }

    private static double[] numbers(TensorData tensor) {
        double[] numbers = new double[Numbers.count(tensor)];
        Arrays.setAll(numbers, i -> Elements.at(tensor, i));
        return numbers;
    }

    @Test
    void textsAreReadInBothEncodingsAndByteOrders() throws Exception {
        List<String> names = List.of("setosa", "", "größer", "a");
        for (String descr : List.of("<U8", ">U8")) {
            Path file = new NumpyArchive()
                    .add("n", NumpyArchive.texts(descr, names))
                    .write(folder.resolve("n.npz"), true);
            assertThat(array(file, "n").strings()).isEqualTo(names);
        }
        Path file =
                new NumpyArchive().add("n", NumpyArchive.texts("|S9", names)).write(folder.resolve("n.npz"), false);
        assertThat(array(file, "n").strings()).isEqualTo(names);
    }

    @Test
    void whatCouldRunCodeOrCannotBeFedIsRefusedByName() throws IOException {
        assertRefused(member("{'descr': '|O', 'fortran_order': False, 'shape': (2,), }", 16), "pickle");
        assertRefused(member("{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (2,), }", 8), "structured");
        assertRefused(member("{'descr': '<c8', 'fortran_order': False, 'shape': (2,), }", 16), "cannot be fed");
        assertRefused(member("{'descr': '<M8[ns]', 'fortran_order': False, 'shape': (2,), }", 16), "not known");
        assertRefused(member("{'descr': '<f4', 'fortran_order': False, 'shape': (3,), }", 8), "8 bytes of elements");
        assertRefused(
                member("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", 8), "bounds");
        assertRefused(
                member("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", 0), "bounds");
        assertRefused(member("{'descr': '<U0', 'fortran_order': False, 'shape': (1000000000000,), }", 0), "no size");
        assertRefused(member("rubbish", 8), "not understood");
        assertRefused(new NumpyArchive().add("a", "no array".getBytes(StandardCharsets.UTF_8)), "not a .npy");
        assertRefused(
                new NumpyArchive()
                        .add(
                                "a",
                                NumpyArchive.npy(
                                        4, "{'descr': '<f4', 'fortran_order': False, 'shape': (), }", new byte[4])),
                "version 4");
    }

    private static NumpyArchive member(String header, int bytes) {
        return new NumpyArchive().add("a", NumpyArchive.npy(1, header, new byte[bytes]));
    }

    private void assertRefused(NumpyArchive writer, String words) throws IOException {
        assertRefused(writer.write(folder.resolve("bad.npz"), false), words);
    }

    private static void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> NpzFile.read(file))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(words)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aHeaderOfBlanksTakesNoLongTime() throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': ()" + " ".repeat(65_000) + "x";
        assertRefused(member(header, 4), "not understood");
    }

    @Test
    void aWrongChecksumOrSizeIsFound() throws IOException {
        byte[] good = Files.readAllBytes(
                new NumpyArchive().floats("a", List.of(3L), 1, 2, 3).write(folder.resolve("good.npz"), false));
        int element = new String(good, StandardCharsets.ISO_8859_1).indexOf("\u0000\u0000\u0080?");
        byte[] flipped = good.clone();
        flipped[element + 2] ^= 1;
        assertRefused(Files.write(folder.resolve("flipped.npz"), flipped), "checksum");

        byte[] lying = good.clone();
        // The central directory's uncompressed size, 24 bytes behind its signature.
        int directory = new String(good, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, 1000);
        assertThatThrownBy(() -> NpzFile.read(Files.write(folder.resolve("lying.npz"), lying)))
                .isInstanceOf(UserError.class);
    }

    @Test
    void namesThatLeadElsewhereOrComeTwiceAreRefused() throws IOException {
        assertRefused(new NumpyArchive().floats("../a", List.of(1L), 1), "no array");
        assertRefused(new NumpyArchive().floats("/a", List.of(1L), 1), "no array");

        byte[] two = Files.readAllBytes(new NumpyArchive()
                .floats("a", List.of(1L), 1)
                .floats("b", List.of(1L), 2)
                .write(folder.resolve("two.npz"), false));
        for (int i = 0; i + 5 < two.length; i++) {
            if (two[i] == 'b' && two[i + 1] == '.' && two[i + 2] == 'n') {
                two[i] = 'a';
            }
        }
        assertRefused(Files.write(folder.resolve("twice.npz"), two), "twice");
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] one = Files.readAllBytes(
                new NumpyArchive().floats("a", List.of(4L), 0, 0, 0, 0).write(folder.resolve("one.npz"), true));
        int directory = new String(one, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN).putInt(directory + 24, Integer.MAX_VALUE);

        assertRefused(Files.write(folder.resolve("bomb.npz"), one), "refused (memory)");
    }

    @Test
    void damagedArchivesNeverEndInAnythingButOneLine() throws IOException {
        byte[] good = Files.readAllBytes(new NumpyArchive()
                .floats("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
                .integers("label", 0, 1)
                .write(folder.resolve("good.npz"), true));
        int refused = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            byte[] damaged = good.clone();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Path file = Files.write(folder.resolve("damaged.npz"), damaged);
            try {
                assertThat(NpzFile.read(file).arrays()).isNotEmpty();
            } catch (UserError e) {
                assertThat(e.line()).doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(1_000);
    }
}
