package org.joulemark.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import javafx.application.Platform;
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

    @Test
    void theTwoDoorsDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("org.joulemark.app.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.joulemark.app.ui..", "javafx..")
                .because("the command line runs where no window can")
                .check(all);
        noClasses()
                .that()
                .resideInAPackage("org.joulemark.app.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.joulemark.app.cli..")
                .because("what both doors share lies in app.workbench")
                .check(all);
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.joulemark.engine..", "org.joulemark.reports..", "org.joulemark.app.workbench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("only the window knows the toolkit")
                .check(all);
    }

    @Test
    void viewModelsKnowNoSceneGraph() {
        noClasses()
                .that()
                .resideInAPackage("org.joulemark.app.ui.desk..")
                .or()
                .haveNameMatching("org\\.joulemark\\.app\\.ui\\..*Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.fxml..", "javafx.stage..")
                .because("they are tested without a toolkit")
                .check(all);
    }

    @Test
    void controllersOnlyBind() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.joulemark.engine.history..", "org.joulemark.engine.bench..")
                .because("what happens is the view model's business")
                .check(all);
    }

    @Test
    void placesDoNotKnowEachOther() {
        for (String place : List.of("bench", "compare", "history", "reports", "settings")) {
            noClasses()
                    .that()
                    .resideInAPackage("org.joulemark.app.ui." + place + "..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.joulemark.app.ui..")
                            .and(resideOutsideOfPackages(
                                    "org.joulemark.app.ui." + place + "..",
                                    "org.joulemark.app.ui.fx..",
                                    "org.joulemark.app.ui.desk..",
                                    "org.joulemark.app.ui.plot..")))
                    .because("they meet in the desk")
                    .check(all);
        }
    }

    @Test
    void oneClassBringsWorkToTheScreen() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.joulemark.app.ui.fx..")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("updates are gathered in one place, and tests replace it")
                .check(all);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.joulemark.app.(**)").should().beFreeOfCycles().check(all);
    }
}
