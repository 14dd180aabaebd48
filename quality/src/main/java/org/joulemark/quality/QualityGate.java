package org.joulemark.quality;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.puppycrawl.tools.checkstyle.AbstractAutomaticBean.OutputStreamOptions;
import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.DefaultLogger;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Checks (or, in mode {@code apply}, mends) the formatting of all sources and checks their size budgets. */
public final class QualityGate {
    private static final List<String> ROOTS =
            List.of("profiler-engine/src", "reports/src", "app/src", "icons/src", "quality/src", "packaging/src");

    private QualityGate() {}

    /** Arguments: the project's folder, and {@code check} or {@code apply}; ends with 1 if something is wrong. */
    public static void main(String[] args) throws Exception {
        Path project = Path.of(args[0]).toRealPath();
        List<Path> sources = sources(project);
        int wrong = format(project, sources, args[1].equals("apply")) + budgets(project, sources);
        System.out.println("Quality gate: " + sources.size() + " files, " + wrong + " findings");
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static List<Path> sources(Path project) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String root : ROOTS) {
            Path folder = project.resolve(root);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> walk = Files.walk(folder)) {
                    walk.filter(path -> path.toString().endsWith(".java"))
                            .sorted()
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private static int format(Path project, List<Path> sources, boolean apply) throws IOException {
        Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .build());
        int wrong = 0;
        for (Path source : sources) {
            String text = Files.readString(source);
            String formatted = formatted(formatter, source, text);
            if (!formatted.equals(text)) {
                if (apply) {
                    Files.writeString(source, formatted);
                } else {
                    wrong++;
                    System.out.println(project.relativize(source)
                            + ": not formatted; mend with: mvn -q -pl quality verify -Dquality.mode=apply");
                }
            }
        }
        return wrong;
    }

    private static String formatted(Formatter formatter, Path source, String text) {
        try {
            return formatter.formatSourceAndFixImports(text);
        } catch (FormatterException e) {
            throw new IllegalStateException(source + " does not parse: " + e.getMessage(), e);
        }
    }

    private static int budgets(Path project, List<Path> sources) throws CheckstyleException {
        Checker checker = new Checker();
        checker.setModuleClassLoader(Checker.class.getClassLoader());
        checker.configure(ConfigurationLoader.loadConfiguration(
                project.resolve("config/checkstyle.xml").toString(), new PropertiesExpander(new Properties())));
        checker.addListener(new DefaultLogger(System.out, OutputStreamOptions.NONE));
        try {
            List<File> files = sources.stream().map(Path::toFile).toList();
            return checker.process(files);
        } finally {
            checker.destroy();
        }
    }
}
