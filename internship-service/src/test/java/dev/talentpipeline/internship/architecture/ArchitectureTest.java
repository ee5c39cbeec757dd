package dev.talentpipeline.internship.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shape of the service: features first, technology below them, the core free of it. */
class ArchitectureTest {

    private static final String ROOT = "dev.talentpipeline.internship";
    private static final String FIXTURE = ROOT + ".architecture.fixture";

    private static final Pattern TECHNOLOGY = Pattern.compile(".*\\.(web|postgres|kafka|mail|pdf|csv|xlsx|json)");

    private static final DescribedPredicate<JavaClass> CORE = DescribedPredicate.describe(
            "of a feature's root package",
            type -> !TECHNOLOGY.matcher(type.getPackageName()).matches()
                    && !type.getPackageName().equals(ROOT)
                    && !type.getName().contains("Configuration"));

    static final ArchRule THE_CORE_KNOWS_NO_TECHNOLOGY = noClasses()
            .that(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache..",
                    "java.sql..",
                    "javax.sql..",
                    "org.postgresql..",
                    "tools.jackson..",
                    "com.fasterxml..",
                    "jakarta..",
                    "io.micrometer..",
                    "dev.talentpipeline.events..",
                    "dev.talentpipeline.schemas..",
                    ROOT + "..web..",
                    ROOT + "..postgres..",
                    ROOT + "..kafka..",
                    ROOT + "..mail..",
                    ROOT + "..pdf..",
                    ROOT + "..csv..",
                    ROOT + "..xlsx..",
                    ROOT + "..json..")
            .because("what decides must be readable and testable without what carries it out");

    static final ArchRule TECHNOLOGIES_DO_NOT_REACH_ACROSS = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "..postgres..", ROOT + "..kafka..", "java.sql..", "dev.talentpipeline.events..")
            .because("HTTP reaches the database and topics through the core only");

    static final ArchRule AVRO_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackage("..kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.talentpipeline.events..")
            .because("domain types never leave the service, and one mapper a feature turns them into Avro");

    static final ArchRule ADAPTERS_ARE_PACKAGE_PRIVATE = classes()
            .that()
            .haveSimpleNameStartingWith("Postgres")
            .or()
            .haveSimpleNameEndingWith("Controller")
            .or()
            .haveSimpleNameEndingWith("Listener")
            .should()
            .notHaveModifier(JavaModifier.PUBLIC)
            .because("an adapter is used through its port, not by name");

    static final ArchRule NO_OTHER_SERVICE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.talentpipeline.matching..",
                    "dev.talentpipeline.notification..",
                    "dev.talentpipeline.console..",
                    "dev.talentpipeline.monitoring..")
            .because("services meet over Kafka and HTTP only")
            .allowEmptyShould(true);

    static final ArchRule FEATURES_FORM_NO_CYCLE = slices().matching(ROOT + ".(*)")
            .should()
            .beFreeOfCycles()
            .because("a cycle of features is one feature with two names");

    static final ArchRule THE_CLOCK_IS_INJECTED = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("deadlines are decided by one clock, which tests can hold");

    static final ArchRule ONLY_THE_TRAIL_WRITES_THE_TRAIL = classes()
            .that()
            .resideOutsideOfPackage(ROOT + ".audit.postgres")
            .should(new NoStatement("insert into audit", "update audit", "delete from audit", "truncate audit"))
            .because("an audit trail that others can write proves nothing");

    private static final List<ArchRule> RULES = List.of(
            THE_CORE_KNOWS_NO_TECHNOLOGY,
            TECHNOLOGIES_DO_NOT_REACH_ACROSS,
            AVRO_STAYS_AT_THE_EDGE,
            ADAPTERS_ARE_PACKAGE_PRIVATE,
            NO_OTHER_SERVICE,
            FEATURES_FORM_NO_CYCLE,
            THE_CLOCK_IS_INJECTED,
            ONLY_THE_TRAIL_WRITES_THE_TRAIL);

    /** Looks for the texts among the constants of a class file, where every statement of a class stands. */
    private static final class NoStatement extends ArchCondition<JavaClass> {

        private final List<String> texts;

        NoStatement(String... texts) {
            super("contain none of %s", List.of(texts));
            this.texts = List.of(texts);
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String constants = constants(type);
            texts.stream()
                    .filter(constants::contains)
                    .forEach(text -> events.add(
                            SimpleConditionEvent.violated(type, "%s contains '%s'".formatted(type.getName(), text))));
        }

        private static String constants(JavaClass type) {
            try (InputStream file =
                    type.getSource().orElseThrow().getUri().toURL().openStream()) {
                return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void theServiceKeepsEveryRule() {
        JavaClasses service = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages(ROOT);

        RULES.forEach(rule -> rule.check(service));
    }

    @Test
    void everyRuleButThatOfOtherServicesCanFire() {
        JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);

        assertThat(RULES)
                .filteredOn(rule -> rule != NO_OTHER_SERVICE && rule != FEATURES_FORM_NO_CYCLE)
                .allSatisfy(rule -> assertThat(rule.evaluate(fixture).hasViolation())
                        .as(rule.getDescription())
                        .isTrue());
        assertThat(slices().matching(FIXTURE + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(fixture)
                        .hasViolation())
                .isTrue();
    }
}
