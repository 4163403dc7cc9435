package dev.zorya.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Dependencies point one way (DESIGN.md 1). This module stands last in the build, so it sees the classes of all others. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // the engine's test fixtures are on the class path for the simulator
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.zorya");

    /** Package of a module, and the packages of ours that it may use. */
    private static final Map<String, List<String>> ALLOWED = new LinkedHashMap<>();

    static {
        ALLOWED.put("channel", List.of());
        ALLOWED.put("storage", List.of("channel"));
        ALLOWED.put("net", List.of("channel"));
        ALLOWED.put("ethereum", List.of("channel"));
        ALLOWED.put("identity", List.of("channel"));
        ALLOWED.put("wallet", List.of("channel", "storage", "net", "ethereum", "identity"));
        ALLOWED.put("desktop", List.of("wallet"));
        ALLOWED.put("node", List.of("channel", "storage", "net", "ethereum", "identity", "wallet"));
        ALLOWED.put("benchmarks", List.of("channel", "storage", "net", "ethereum", "identity", "wallet", "node"));
    }

    @TestFactory
    Stream<DynamicTest> modulesDependOnlyOnWhatTheDesignAllows() {
        return ALLOWED.keySet().stream()
                .map(module -> DynamicTest.dynamicTest(module, () -> {
                    List<String> forbidden = new ArrayList<>(ALLOWED.keySet());
                    forbidden.remove(module);
                    forbidden.removeAll(ALLOWED.getOrDefault(module, List.of()));
                    noClasses()
                            .that()
                            .resideInAPackage("dev.zorya." + module + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden.stream()
                                    .map(name -> "dev.zorya." + name + "..")
                                    .toArray(String[]::new))
                            .check(ALL);
                }));
    }

    @Test
    void theCoreIsPure() {
        noClasses()
                .that()
                .resideInAPackage("dev.zorya.channel.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "java.sql..",
                        "java.util.concurrent..",
                        "dev.zorya.channel.engine..")
                .because("a step has no I/O and no threads (DESIGN.md 2)")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("dev.zorya.channel.core..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes in with the input (DESIGN.md 2)")
                .check(ALL);
    }

    @Test
    void theEngineKnowsNoLibraryOfTheOutside() {
        noClasses()
                .that()
                .resideInAPackage("dev.zorya.channel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "org.web3j..", "org.sqlite..", "org.jdbi..", "javafx..")
                .check(ALL);
    }

    @Test
    void onlyTheWindowKnowsJavaFx() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.zorya.desktop..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .check(ALL);
    }

    @Test
    void packagesNeedNoJavaDesktop() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dev.zorya.desktop.launch.MacLinks")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "java.beans..", "javax.imageio..", "javax.print..", "javax.swing..")
                .because("installed on Linux and Windows, Zorya has a Java without them"
                        + " (docs/decisions/0015-installers.md)")
                .check(ALL);
    }

    @Test
    void noCyclesBetweenPackagesOfAModule() {
        slices().matching("dev.zorya.channel.(*)..").should().beFreeOfCycles().check(ALL);
    }
}
