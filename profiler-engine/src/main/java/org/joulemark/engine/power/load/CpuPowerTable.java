package org.joulemark.engine.power.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.joulemark.engine.power.ProbeContext;
import org.joulemark.engine.power.load.PowerCurve.PowerRatios;

/**
 * Finds a power curve for a CPU in the shipped tables: TDP by name, else watts per hardware thread by
 * microarchitecture, else by the anonymous names hypervisors show, else the default for unknown CPUs. The uncertainty
 * grows along that way; 40 % is the least (Fischer 2025, arXiv 2509.22092: estimates err up to 40 %).
 */
final class CpuPowerTable {
    private static final String FOLDER = "/org/joulemark/data/";

    private CpuPowerTable() {}

    static PowerCurve curve(ProbeContext cpu) {
        return byTdp(cpu)
                .or(() -> byMicroarchitecture(cpu))
                .or(() -> byAnonymousName(cpu))
                .orElseGet(() -> unknown(cpu));
    }

    private static Optional<PowerCurve> byTdp(ProbeContext cpu) {
        String wanted = plain(cpu.cpuName());
        return rows("cpu_tdp.csv").stream()
                .filter(row -> plain(row.get("cpu_name")).equals(wanted))
                .filter(row -> !row.get("tdp_w").isEmpty())
                .filter(row -> !cpu.virtualMachine() || Threads.of(row).known())
                .findFirst()
                .map(row -> tdpCurve(cpu, row));
    }

    private static PowerCurve tdpCurve(ProbeContext cpu, CSVRecord row) {
        double tdp = Double.parseDouble(row.get("tdp_w"));
        Threads rated = Threads.of(row);
        double packages = rated.packages(cpu.logicalCores());
        String basis = "TDP %.0f W of %s (CodeCarbon's table)".formatted(tdp, row.get("cpu_name"));
        if (packages < 1) {
            String unit = rated.exact() ? "threads" : "cores";
            basis += ", %d of its %.0f %s".formatted(cpu.logicalCores(), rated.least(), unit);
        } else if (packages > 1) {
            basis += " x %.3g for %d threads".formatted(packages, cpu.logicalCores());
        }
        double uncertainty = packages == 1 || rated.exact() ? 0.4 : 0.6;
        tdp *= packages;
        return PowerCurve.ofTdp(basis + " x load curve (Teads, via Boavizta)", tdp, ratios(), uncertainty);
    }

    /**
     * Hardware threads of one package; the table often knows only its cores, which run one thread or two each.
     *
     * @param least fewest threads a whole package shows; NaN if unknown
     * @param most most threads a whole package shows; NaN if unknown
     */
    private record Threads(double least, double most) {
        static Threads of(CSVRecord row) {
            double threads = number(row.get("threads"));
            double cores = number(row.get("cores"));
            return Double.isNaN(threads) ? new Threads(cores, 2 * cores) : new Threads(threads, threads);
        }

        private static double number(String text) {
            return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
        }

        boolean known() {
            return !Double.isNaN(least);
        }

        boolean exact() {
            return least == most;
        }

        /** A share of a package in a virtual machine, several packages in a server; 1 if that is unknown. */
        double packages(int threadsHere) {
            if (!known()) {
                return 1;
            }
            return threadsHere < least ? threadsHere / least : Math.max(1, threadsHere / most);
        }
    }

    private static Optional<PowerCurve> byMicroarchitecture(ProbeContext cpu) {
        String name = " " + plain(cpu.cpuName()) + " ";
        return rows("cpu_model_microarch.csv").stream()
                .filter(row -> name.contains(" " + plain(row.get("cpu_model")) + " "))
                .max(Comparator.comparingInt(row -> row.get("cpu_model").length()))
                .flatMap(row -> fallback("microarchitecture").stream()
                        .filter(watts -> watts.get("name").equals(row.get("microarchitecture")))
                        .findFirst())
                .map(row -> perThread(cpu, row, 0.5));
    }

    private static Optional<PowerCurve> byAnonymousName(ProbeContext cpu) {
        return fallback("anonymous_name").stream()
                .filter(row -> cpu.cpuName().strip().matches(".*(" + row.get("name_pattern_regex") + ").*"))
                .findFirst()
                .map(row -> perThread(cpu, row, 0.6));
    }

    private static PowerCurve unknown(ProbeContext cpu) {
        CSVRecord row = fallback("client_default").getFirst();
        double tdp = Double.parseDouble(row.get("max_w_per_vcpu")) * cpu.logicalCores();
        String basis = "%s: %s W per hardware thread taken as TDP (%s)"
                .formatted(row.get("name"), row.get("max_w_per_vcpu"), row.get("source"));
        return PowerCurve.ofTdp(basis, tdp, ratios(), 0.8);
    }

    private static PowerCurve perThread(ProbeContext cpu, CSVRecord row, double relativeUncertainty) {
        double min = Double.parseDouble(row.get("min_w_per_vcpu"));
        double max = Double.parseDouble(row.get("max_w_per_vcpu"));
        String basis = "%s: %s to %s W per hardware thread x %d (%s), whole-server share"
                .formatted(
                        row.get("name"),
                        row.get("min_w_per_vcpu"),
                        row.get("max_w_per_vcpu"),
                        cpu.logicalCores(),
                        row.get("source"));
        return PowerCurve.serverShare(basis, min * cpu.logicalCores(), max * cpu.logicalCores(), relativeUncertainty);
    }

    private static PowerRatios ratios() {
        return new PowerRatios(
                coefficient("cpu_power_ratio_idle"),
                coefficient("cpu_power_ratio_10pct"),
                coefficient("cpu_power_ratio_50pct"),
                coefficient("cpu_power_ratio_100pct"));
    }

    private static double coefficient(String name) {
        return rows("power_coefficients.csv").stream()
                .filter(row -> row.get("coefficient").equals(name))
                .mapToDouble(row -> Double.parseDouble(row.get("value")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("power_coefficients.csv lacks " + name));
    }

    private static List<CSVRecord> fallback(String kind) {
        return rows("cpu_tdp_fallback.csv").stream()
                .filter(row -> row.get("kind").equals(kind))
                .toList();
    }

    private static List<CSVRecord> rows(String file) {
        try (InputStream in = CpuPowerTable.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + FOLDER + file);
            }
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** A CPU name without trademark signs, clock and filler words, in lower case. */
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\((r|tm|c)\\)", " ")
                .replaceAll("@.*$", " ")
                .replaceAll("\\b(cpu|processor|with radeon.*|[0-9]+-core|(dual|quad|six|eight)-core)\\b", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
