package org.joulemark.app.ui;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long the window takes to its first frame, against an empty window of the same toolkit, pair by pair. */
class FirstFrameBench {
    private static final int PAIRS = 9;

    @Test
    void firstFrameAgainstAnEmptyWindow() throws Exception {
        double[] wall = new double[PAIRS];
        double[] cpu = new double[PAIRS];
        long[][] ours = new long[PAIRS][];
        long[][] empty = new long[PAIRS][];
        open("ours");
        open("empty");
        for (int i = 0; i < PAIRS; i++) {
            empty[i] = open("empty");
            ours[i] = open("ours");
            wall[i] = (double) ours[i][0] / empty[i][0];
            cpu[i] = (double) ours[i][1] / empty[i][1];
        }
        System.out.printf(
                "first frame: ours %d ms wall, %d ms CPU; empty window %d ms, %d ms (medians of %d)%n",
                median(ours, 0), median(ours, 1), median(empty, 0), median(empty, 1), PAIRS);
        System.out.printf(
                "first frame, ratio ours / empty: wall %.2f [%.2f, %.2f], CPU %.2f [%.2f, %.2f]; wanted at most 1.5%n",
                middle(wall), least(wall), most(wall), middle(cpu), least(cpu), most(cpu));
    }

    private static long[] open(String what) throws Exception {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                DisplayOption.text(),
                "-Dprism.order=sw",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FirstFrame.class.getName(),
                what);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String[] words = lines.lines()
                    .filter(line -> line.startsWith("first frame"))
                    .findFirst()
                    .orElseThrow()
                    .split(" ");
            process.waitFor();
            return new long[] {Long.parseLong(words[2]), Long.parseLong(words[3])};
        }
    }

    private static long median(long[][] values, int column) {
        long[] sorted =
                Arrays.stream(values).mapToLong(row -> row[column]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
