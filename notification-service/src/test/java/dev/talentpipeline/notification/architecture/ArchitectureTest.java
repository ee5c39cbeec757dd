package dev.talentpipeline.notification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of the service; each rule fires on the violating classes under {@code fixture}. */
class ArchitectureTest {

    private static final String ROOT = "dev.talentpipeline.notification";
    private static final String FIXTURE = ROOT + ".architecture.fixture";
    private static final String[] TECHNOLOGIES = {
        "..web..", "..postgres..", "..kafka..", "..smtp..", "..thymeleaf..", "..http.."
    };

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(FIXTURE);

    static Stream<Arguments> rules() {
        ArchRule core = noClasses()
                .that()
                .resideOutsideOfPackages(TECHNOLOGIES)
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .and()
                .haveSimpleNameNotEndingWith("Application")
                .and()
                .haveSimpleNameNotEndingWith("Settings")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.apache.kafka..",
                        "org.apache.avro..",
                        "org.apache.hc..",
                        "dev.talentpipeline.events..",
                        "java.sql..",
                        "javax.sql..",
                        "jakarta..",
                        "org.thymeleaf..",
                        "tools.jackson..")
                .because("what a notice says and when it leaves must be readable and testable without any technology");
        ArchRule closedTechnologies = classes()
                .that()
                .resideInAnyPackage(TECHNOLOGIES)
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .because("a technology is reached through its feature's ports, so that it can be changed alone");
        ArchRule separateTechnologies = slices().matching(ROOT + ".(**)")
                .namingSlices("$1")
                .should()
                .beFreeOfCycles()
                .because(
                        "contacts and listings know nothing of notices, notices nothing of letters, letters nothing of mails");
        ArchRule clock = noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .because("time comes in by the injected clock, so that a test can choose it");
        return Stream.of(
                Arguments.of("core", core),
                Arguments.of("closedTechnologies", closedTechnologies),
                Arguments.of("separateTechnologies", separateTechnologies),
                Arguments.of("clock", clock));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.check(SERVICE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void canFire(String name, ArchRule rule) {
        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).as(name).isTrue();
    }

    @Test
    void looksAtTheWholeService() {
        assertThat(SERVICE.stream().map(JavaClass::getSimpleName))
                .contains("TellingPeople", "Courier", "PostgresMailQueue", "NoticesController", "HttpTargets");
    }
}
