package org.joulemark.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walls of the house, each with its reason. */
class ArchitectureTest {
    /** Ground floor first: a package uses only those before it. */
    private static final List<String> FLOORS = List.of(
            "model",
            "stats",
            "device",
            "power",
            "onnx",
            "dataset",
            "protocol",
            "worker",
            "bench",
            "carbon",
            "compare",
            "history");

    private static JavaClasses engine = new ClassFileImporter().importPackages();

    @BeforeAll
    static void read() {
        engine = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.joulemark.engine");
        assertThat(engine).as("classes read").hasSizeGreaterThan(200);
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> "org.joulemark.engine." + name + "..").toArray(String[]::new);
    }

    @Test
    void everyPackageUsesOnlyThoseBelowIt() {
        for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
            ArchRule rule = noClasses()
                    .that()
                    .resideInAPackage("org.joulemark.engine." + FLOORS.get(floor) + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packages(FLOORS.subList(floor + 1, FLOORS.size())))
                    .because("arrows run one way, so that each floor can be understood without those above it");
            rule.check(engine);
        }
    }

    @Test
    void noTwoPackagesNeedEachOther() {
        slices().matching("org.joulemark.engine.(*)..")
                .should()
                .beFreeOfCycles()
                .check(engine);
    }

    @Test
    void nobodyUsesTheWorkerButTheCommandLineOfItsProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.joulemark.engine.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.joulemark.engine.worker..")
                .because("ONNX Runtime may end its process, so it never loads in ours")
                .check(engine);
    }

    @ParameterizedTest
    @CsvSource({
        "ai.onnxruntime.., org.joulemark.engine.worker.., native code runs in the child process only",
        "com.sun.jna.., org.joulemark.engine.power.nvml.., bindings stay thin and in one place",
        "oshi.., org.joulemark.engine.device.., one place knows the inventory library",
        "org.joulemark.onnx.proto.., org.joulemark.engine.onnx.., one place knows the file format",
        "java.sql.., org.joulemark.engine.history.., one place knows the database",
        "io.github.erdtman.., org.joulemark.engine.history.., one place knows the canonical form"
    })
    void aForeignLibraryHasOneHome(String library, String home, String reason) {
        noClasses()
                .that()
                .resideOutsideOfPackages(home, "org.joulemark.onnx.proto..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .check(engine);
    }

    @Test
    void theEngineKnowsNoScreenAndNoReportFormat() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.apache.poi..", "picocli..", "java.awt..", "javax.swing..")
                .because("it serves the command line, the desktop and the reports alike")
                .check(engine);
    }

    @Test
    void theEngineWritesToNoStandardStreamButTheWorkersLastWord() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.joulemark.engine.worker..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("only the command line talks to people")
                .check(engine);
    }
}
