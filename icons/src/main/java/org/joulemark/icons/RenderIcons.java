package org.joulemark.icons;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/** The program of the build that makes the app's pictures and icon files from its drawings. */
public final class RenderIcons {
    private RenderIcons() {}

    /** Arguments: the folder of the drawings, the folder for the PNG files, the folder for the ICO and ICNS file. */
    public static void main(String[] args) throws IOException {
        SortedMap<Integer, byte[]> pictures = new AppIcon(Path.of(args[0])).pictures();
        Path pngs = Files.createDirectories(Path.of(args[1]));
        for (var picture : pictures.entrySet()) {
            Files.write(pngs.resolve("app-" + picture.getKey() + ".png"), picture.getValue());
        }
        Path containers = Files.createDirectories(Path.of(args[2]));
        Files.write(containers.resolve("joulemark.ico"), IcoFile.of(pictures));
        Files.write(containers.resolve("joulemark.icns"), IcnsFile.of(pictures));
    }
}
