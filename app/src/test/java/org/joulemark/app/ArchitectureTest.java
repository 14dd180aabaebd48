package org.joulemark.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The walls between the modules. */
class ArchitectureTest {
    private static JavaClasses all = new ClassFileImporter().importPackages();

    @BeforeAll
    static void read() {
        all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.joulemark.app", "org.joulemark.reports", "org.joulemark.engine");
    }

    @Test
    void arrowsBetweenModulesRunOneWay() {
        noClasses()
                .that()
                .resideInAnyPackage("org.joulemark.engine..", "org.joulemark.reports..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.joulemark.app..")
                .because("the engine and the reports serve every door")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("org.joulemark.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.joulemark.reports..")
                .because("the engine knows no report format")
                .check(all);
    }

    @Test
    void spreadsheetAndCommandLineLibrariesHaveOneHomeEach() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.joulemark.reports.excel..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .because("one place knows the workbook library")
                .check(all);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.joulemark.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .because("one place knows the command line library")
                .check(all);
    }

    @Test
    void onlyTheCommandLineTalksOnStandardStreams() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.joulemark.app.cli..", "org.joulemark.engine.worker..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("results and progress have one door each")
                .check(all);
    }

    @Test
    void theAppNeverReachesIntoTheWorker() {
        noClasses()
                .that()
                .resideInAnyPackage("org.joulemark.app..", "org.joulemark.reports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.joulemark.engine.worker..", "ai.onnxruntime..")
                .because("ONNX Runtime never loads in the program's own process")
                .check(all);
    }
}
