package org.joulemark.icons;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UiIconsTest {
    private static final Path FOLDER = Path.of("ui");
    private static final Pattern SHAPE = Pattern.compile(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"24\" height=\"24\" viewBox=\"0 0 24 24\">\\s*"
                    + "<path d=\"(M[-MLHVCSQTAZmlhvcsqtaz0-9., ]+)\"/>\\s*</svg>\\s*");
    private static final List<String> NAMES = List.of(
            ("bench compare history reports settings add remove run stop pause play zoom-in zoom-out zoom-fit follow "
                            + "table copy export search warning error ok info lock cpu gpu model dataset folder file "
                            + "sun moon label workbook shield undo swap filter baseline close thermometer bolt clock "
                            + "leaf palette help")
                    .split(" "));

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".svg", "")).sorted().toList().stream();
        }
    }

    @Test
    void everyNamePromisedIsThere() throws IOException {
        assertThat(names()).containsAll(NAMES);
    }

    @ParameterizedTest
    @MethodSource("names")
    void anIconIsOneFilledPathInABoxOf24(String name) throws IOException {
        assertThat(name).isEqualTo(name.toLowerCase(Locale.ROOT));
        Matcher shape = SHAPE.matcher(Files.readString(FOLDER.resolve(name + ".svg")));
        assertThat(shape.matches()).as(name).isTrue();
        assertThat(shape.group(1).chars().filter(c -> c == 'M').count())
                .as("every part of %s is closed", name)
                .isEqualTo(shape.group(1).chars().filter(c -> c == 'z').count());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anIconStaysInsideItsBoxAndInksAReadableShareOfIt(String name) throws IOException {
        int margin = 24;
        BufferedImage image = drawnWithMargin(name, margin);
        int edge = image.getWidth();
        int[] pixels = image.getRGB(0, 0, edge, edge, null, 0, edge);
        long inside = IntStream.range(0, pixels.length)
                .filter(at -> pixels[at] >>> 24 > 127)
                .filter(at -> within(at % edge, margin, edge - margin) && within(at / edge, margin, edge - margin))
                .count();
        long all = IntStream.of(pixels).filter(argb -> argb >>> 24 > 127).count();
        assertThat(all).as("ink outside the box of " + name).isEqualTo(inside);
        double box = Math.pow(edge - 2.0 * margin, 2);
        assertThat(inside / box).as(name).isBetween(0.04, 0.5);
    }

    @ParameterizedTest
    @MethodSource("names")
    void jarCarriesIt(String name) throws IOException {
        try (InputStream in = UiIconsTest.class.getResourceAsStream("/org/joulemark/icons/ui/" + name + ".svg")) {
            assertThat(in).isNotNull();
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(FOLDER.resolve(name + ".svg")));
        }
    }

    private static boolean within(int value, int from, int to) {
        return value >= from && value < to;
    }

    /** Drawn four times as large, in a box with room around it for what would stick out. */
    private static BufferedImage drawnWithMargin(String name, int margin) throws IOException {
        String drawing = Files.readString(FOLDER.resolve(name + ".svg"))
                .replace("viewBox=\"0 0 24 24\"", "viewBox=\"-6 -6 36 36\"");
        SVGDocument document = new SVGLoader()
                .load(
                        new ByteArrayInputStream(drawing.getBytes(StandardCharsets.UTF_8)),
                        null,
                        LoaderContext.createDefault());
        assertThat(document).isNotNull();
        int edge = 24 * 4 + 2 * margin;
        BufferedImage image = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        document.render(null, graphics, new ViewBox(0, 0, edge, edge));
        graphics.dispose();
        return image;
    }
}
