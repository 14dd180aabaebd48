package org.joulemark.app.ui;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether an open window changes what is measured: the same run from the command line and in the window, in pairs. */
class PerturbationBench {
    private static final int PAIRS = 6;

    @Test
    void latencyWithTheWindowOpenAgainstTheCommandLine() throws Exception {
        double[] ratio = new double[PAIRS];
        double[] nought = new double[PAIRS];
        double[] windowCpu = new double[PAIRS];
        double[] lineCpu = new double[PAIRS];
        for (int i = 0; i < PAIRS; i++) {
            double[] line = measure("line");
            double[] window = measure("window");
            double[] again = measure("line");
            ratio[i] = window[0] / line[0];
            nought[i] = again[0] / line[0];
            windowCpu[i] = 100 * window[1];
            lineCpu[i] = 100 * line[1];
        }
        System.out.printf(
                "p50 window / command line: %s; null (command line / command line): %s%n",
                spread(ratio), spread(nought));
        System.out.printf(
                "this program's CPU while trials run, %% of a core: window %s, command line %s%n",
                spread(windowCpu), spread(lineCpu));
    }

    private static double[] measure(String how) throws Exception {
        Path folder = Files.createTempDirectory("joulemark-bench");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        DisplayOption.text(),
                        "-Dprism.order=sw",
                        "-Dtestfx.robot=glass",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneRun.class.getName(),
                        how,
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JOULEMARK_HOME", folder.toString());
        Process process = builder.start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String[] words = lines.lines()
                    .filter(line -> line.startsWith("p50 "))
                    .findFirst()
                    .orElseThrow()
                    .split(" ");
            process.waitFor();
            return new double[] {Double.parseDouble(words[1]), Double.parseDouble(words[2])};
        }
    }

    private static String spread(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return "%.3f [%.3f, %.3f]"
                .formatted(
                        (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2,
                        sorted[0],
                        sorted[sorted.length - 1]);
    }
}
