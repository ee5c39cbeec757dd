package dev.talentpipeline.matching;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String[] PURE = {
        "dev.talentpipeline.matching.market..",
        "dev.talentpipeline.matching.preference..",
        "dev.talentpipeline.matching.clearing..",
        "dev.talentpipeline.matching.engine..",
        "dev.talentpipeline.matching.explanation",
        "dev.talentpipeline.matching.simulation"
    };

    private static final ArchRule PURE_CORE = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "tools.jackson..",
                    "jakarta..",
                    "dev.talentpipeline.events..",
                    "dev.talentpipeline.schemas..",
                    "dev.talentpipeline.kit..")
            .because("what is matched with whom must be provable without a broker, and replayable in twenty years");

    private static final ArchRule NO_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("the same market must give the same result whenever it is cleared");

    private static final ArchRule MARKET_BELOW_ALL = noClasses()
            .that()
            .resideInAPackage("dev.talentpipeline.matching.market..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.talentpipeline.matching.preference..",
                    "dev.talentpipeline.matching.engine..",
                    "dev.talentpipeline.matching.clearing..",
                    "dev.talentpipeline.matching.explanation..",
                    "dev.talentpipeline.matching.simulation..",
                    "dev.talentpipeline.matching.topology..")
            .because("facts are what everything else is about, and know nothing of it");

    private static final ArchRule NO_CYCLES = slices().matching("dev.talentpipeline.matching.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a reader must be able to start somewhere");

    private static final ArchRule INDEPENDENT_VERIFIER = noClasses()
            .that()
            .resideInAPackage("dev.talentpipeline.matching.engine.verification..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    ".*\\.(retrieval\\..*|columns\\.(Judge|Standing|Rarity|Prospect|Demand|Ceilings|Facets|SkillTerms)|assignment\\.(?!ListedPairs).*)")
            .because("who shares code with the engine shares its mistakes");

    private static final ArchRule KAFKA_IN_THE_TOPOLOGY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.talentpipeline.matching.topology..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.springframework.kafka..")
            .because("requests are answered from published snapshots, never from a store that a stream thread owns");

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.talentpipeline.matching");
    private static final JavaClasses VIOLATING = new ClassFileImporter()
            .importPackages(
                    "dev.talentpipeline.matching.market",
                    "dev.talentpipeline.matching.clearing",
                    "dev.talentpipeline.matching.engine",
                    "dev.talentpipeline.matching.preference");

    @Test
    void theCoreKnowsNoTechnology() {
        holdsHereAndFiresThere(PURE_CORE);
    }

    @Test
    void theCoreDoesNotLookAtTheClock() {
        holdsHereAndFiresThere(NO_CLOCK);
    }

    @Test
    void factsDependOnNothingAboveThem() {
        holdsHereAndFiresThere(MARKET_BELOW_ALL);
    }

    @Test
    void featuresFormNoCycle() {
        holdsHereAndFiresThere(NO_CYCLES);
    }

    @Test
    void theVerifierSearchesAndJudgesByItself() {
        holdsHereAndFiresThere(INDEPENDENT_VERIFIER);
    }

    @Test
    void kafkaIsUsedInTheTopologyOnly() {
        holdsHereAndFiresThere(KAFKA_IN_THE_TOPOLOGY);
    }

    private void holdsHereAndFiresThere(ArchRule rule) {
        rule.check(SERVICE);
        assertThat(rule.evaluate(VIOLATING).hasViolation())
                .as("the violating code must break: %s", rule.getDescription())
                .isTrue();
    }
}
