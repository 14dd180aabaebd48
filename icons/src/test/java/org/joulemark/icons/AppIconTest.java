package org.joulemark.icons;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppIconTest {
    private static SortedMap<Integer, byte[]> pictures = new TreeMap<>();

    @BeforeAll
    static void draw() throws IOException {
        pictures = new AppIcon(Path.of("app")).pictures();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32, 48, 64, 128, 256, 512, 1024})
    void everySizeShowsABrightBoltOnADarkTileWithClearCorners(int size) throws IOException {
        BufferedImage image = decoded(pictures.get(size));
        assertThat(image.getWidth()).isEqualTo(size);
        assertThat(image.getHeight()).isEqualTo(size);
        assertThat(alpha(image.getRGB(0, 0))).isLessThan(128);
        assertThat(alpha(image.getRGB(size / 2, size / 2))).isEqualTo(255);
        assertThat(share(image, AppIconTest::yellow)).isBetween(0.04, 0.25);
        assertThat(share(image, AppIconTest::dark)).isBetween(0.30, 0.85);
    }

    @Test
    void jarCarriesTheSamePictures() throws IOException {
        for (int size : AppIcon.SIZES) {
            try (var in = AppIcon.class.getResourceAsStream("app-" + size + ".png")) {
                assertThat(in).isNotNull();
                assertThat(in.readAllBytes()).isEqualTo(pictures.get(size));
            }
        }
    }

    @Test
    void windowsFileReadsBackToItsPictures() throws IOException {
        byte[] file = IcoFile.of(pictures);
        ByteBuffer ico = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(ico.getShort(0)).isZero();
        assertThat(ico.getShort(2)).isEqualTo((short) 1);
        int[] sizes = {16, 24, 32, 48, 64, 128, 256};
        assertThat(ico.getShort(4)).isEqualTo((short) sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            int entry = 6 + 16 * i;
            assertThat(ico.get(entry)).isEqualTo((byte) sizes[i]);
            int offset = ico.getInt(entry + 12);
            BufferedImage image = decoded(Arrays.copyOfRange(file, offset, offset + ico.getInt(entry + 8)));
            assertThat(image.getWidth()).isEqualTo(sizes[i]);
        }
        int last = 6 + 16 * (sizes.length - 1);
        assertThat(ico.getInt(last + 12) + ico.getInt(last + 8)).isEqualTo(file.length);
    }

    @Test
    void macFileReadsBackToItsPictures() throws IOException {
        byte[] file = IcnsFile.of(pictures);
        ByteBuffer icns = ByteBuffer.wrap(file);
        assertThat(letters(icns)).isEqualTo("icns");
        assertThat(icns.getInt()).isEqualTo(file.length);
        SortedMap<String, Integer> found = new TreeMap<>();
        while (icns.hasRemaining()) {
            String type = letters(icns);
            byte[] png = new byte[icns.getInt() - 8];
            icns.get(png);
            found.put(type, decoded(png).getWidth());
        }
        assertThat(found.toString())
                .isEqualTo("{ic07=128, ic08=256, ic09=512, ic10=1024, ic11=32, ic12=64, ic13=256, ic14=512}");
    }

    private static String letters(ByteBuffer file) {
        byte[] code = new byte[4];
        file.get(code);
        return new String(code, StandardCharsets.US_ASCII);
    }

    private static BufferedImage decoded(byte[] png) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image).isNotNull();
        return image;
    }

    private static double share(BufferedImage image, IntPredicate wanted) {
        int size = image.getWidth();
        int[] pixels = image.getRGB(0, 0, size, size, null, 0, size);
        return IntStream.of(pixels).filter(wanted).count() / (double) pixels.length;
    }

    private static boolean yellow(int argb) {
        return alpha(argb) > 200 && (argb >> 16 & 255) > 230 && (argb >> 8 & 255) > 150 && (argb & 255) < 160;
    }

    private static boolean dark(int argb) {
        return alpha(argb) > 200 && (argb >> 16 & 255) < 80 && (argb >> 8 & 255) < 100;
    }

    private static int alpha(int argb) {
        return argb >>> 24;
    }
}
