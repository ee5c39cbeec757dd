package dev.talentpipeline.console.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.web.multipart.MultipartFile;

/**
 * The console's shape. Every rule is checked twice: it holds for the code, and it fires on the fixture below this package
 * that breaks it.
 */
class ArchitectureTest {

    private static final String CONSOLE = "dev.talentpipeline.console";
    private static final String FIXTURE = "dev.talentpipeline.console.architecture.violation";

    private static final String[] DESKS = {"..university..", "..company..", "..student..", "..operations.."};

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(CONSOLE);

    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(FIXTURE);

    @TestFactory
    Stream<DynamicTest> theCodeKeepsEveryRule() {
        return rules(CONSOLE).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(CODE)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCanFire() {
        return rules(FIXTURE).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(VIOLATIONS).hasViolation())
                                .isTrue()));
    }

    private static String[] modelsOfIdentity(String root) {
        return Stream.of(
                        "",
                        ".administration",
                        ".cover",
                        ".erasure",
                        ".invitation",
                        ".password",
                        ".provider",
                        ".signin",
                        ".trail")
                .map(feature -> root + ".identity" + feature)
                .toArray(String[]::new);
    }

    private static Map<String, ArchRule> rules(String root) {
        return Map.of(
                "desks stand alone",
                slices().matching(root + ".(university|company|student|operations)..")
                        .should()
                        .notDependOnEachOther()
                        .because("each role's page changes for reasons of its own; what they share is in api and page"),
                "desks read over HTTP only",
                noClasses()
                        .that()
                        .resideInAnyPackage(DESKS)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                        .because("the console holds no domain data: a page shows what the services' API answers"),
                "the model of identity knows no framework",
                noClasses()
                        .that()
                        .resideInAnyPackage(modelsOfIdentity(root))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..", "java.sql..", "com.nimbusds..", "jakarta..", "tools.jackson..")
                        .because("who may sign in is decided without Spring, so that it can be tested without it"),
                "the model of access knows no framework",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".access")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "org.springframework..", "java.sql..", "com.nimbusds..", "jakarta..", "tools.jackson..")
                        .because("what a grant allows is decided without Spring, so that it can be tested without it"),
                "SQL stays in postgres packages",
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..postgres..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
                        .because("a table has one package that knows it"),
                "adapters of the database are hidden",
                classes()
                        .that()
                        .resideInAPackage("..postgres..")
                        .and()
                        .areTopLevelClasses()
                        .should()
                        .notHaveModifier(JavaModifier.PUBLIC)
                        .because("features meet through their ports, not through their adapters"),
                "time comes from a clock",
                noClasses().should().callMethod(Instant.class, "now").because("expiry is tested with a fixed Clock"),
                "files are not kept in memory",
                noClasses()
                        .should()
                        .callMethod(MultipartFile.class, "getBytes")
                        .because("a few people who upload at once would fill it"),
                "features do not go in circles",
                slices().matching(root + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a feature that needs what needs it cannot be understood alone"));
    }
}
