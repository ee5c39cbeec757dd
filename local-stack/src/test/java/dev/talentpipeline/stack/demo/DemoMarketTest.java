package dev.talentpipeline.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.stack.client.Degree;
import dev.talentpipeline.stack.client.InternshipBody;
import dev.talentpipeline.stack.client.SkillLevel;
import dev.talentpipeline.stack.client.StudentBody;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DemoMarketTest {

    private static final Year YEAR = Year.of(2027);
    private static final DemoMarket MARKET =
            DemoMarket.ofNextYear(Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));

    private static final Set<String> REGIONS =
            Set.of("CN-BJ", "CN-SH", "CN-JS", "CN-ZJ", "CN-GD", "CN-SC", "CN-HB", "CN-FJ");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    @Test
    void theSameSeedAndYearGiveTheSameMarket() {
        assertThat(hash(DemoMarket.generate(7, YEAR))).isEqualTo(hash(DemoMarket.generate(7, YEAR)));
        assertThat(hash(DemoMarket.generate(7, YEAR))).isNotEqualTo(hash(DemoMarket.generate(8, YEAR)));
        assertThat(hash(DemoMarket.generate(7, YEAR))).isNotEqualTo(hash(DemoMarket.generate(7, Year.of(2028))));
    }

    @Test
    void theMarketIsTheSameOnEveryMachine() {
        assertThat(hash(MARKET))
                .as("Differs whenever the data or the drawing changes: then take the new hash.")
                .isEqualTo("1b08146608e87c04");
    }

    @Test
    void everyOrganisationTakesPart() {
        assertThat(MARKET.internships()).hasSize(DemoMarket.INTERNSHIPS);
        assertThat(MARKET.students()).hasSize(DemoMarket.STUDENTS);
        assertThat(new HashSet<>(MARKET.internships().stream()
                        .map(DemoInternship::company)
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(DemoOrganisations.companies());
        assertThat(new HashSet<>(
                        MARKET.students().stream().map(DemoStudent::university).toList()))
                .containsExactlyInAnyOrderElementsOf(DemoOrganisations.universities());
    }

    @Test
    void numbersReferencesAndContactsAreUnique() {
        assertThat(MARKET.internships()).extracting(DemoInternship::reference).doesNotHaveDuplicates();
        assertThat(MARKET.students())
                .extracting(student -> student.university().id() + "/" + student.number())
                .doesNotHaveDuplicates();
        assertThat(profiles()).extracting(StudentBody::email).doesNotHaveDuplicates();
        assertThat(profiles()).extracting(StudentBody::phone).doesNotHaveDuplicates();
    }

    @Test
    void everySkillAndOccupationIsInTheCatalogue() throws IOException {
        assertThat(CatalogueFiles.skillIds())
                .containsAll(profiles().stream()
                        .flatMap(student -> student.skills().stream().map(SkillLevel::id))
                        .toList())
                .containsAll(openings().stream()
                        .flatMap(opening -> Stream.concat(
                                opening.requiredSkills().stream().map(SkillLevel::id),
                                opening.preferredSkills().stream()))
                        .toList());
        assertThat(CatalogueFiles.occupationIds())
                .containsAll(profiles().stream()
                        .flatMap(student -> student.occupations().stream())
                        .toList())
                .containsAll(openings().stream().map(InternshipBody::occupation).toList());
    }

    @Test
    void everythingThatCouldBeDrawnIsInTheCatalogue() throws IOException {
        Set<String> skills = CatalogueFiles.skillIds();
        Set<String> occupations = CatalogueFiles.occupationIds();
        assertThat(DemoData.read().tracks()).allSatisfy(track -> {
            assertThat(skills).containsAll(track.foundation());
            assertThat(track.roles()).allSatisfy(role -> {
                assertThat(skills).containsAll(role.required()).containsAll(role.preferred());
                assertThat(occupations).contains(role.occupation());
            });
        });
    }

    @Test
    void studentsAreWithinTheRangesOfTheApi() {
        assertThat(profiles()).allSatisfy(student -> {
            assertThat(student.skills())
                    .isNotEmpty()
                    .allSatisfy(skill -> assertThat(skill.level()).isBetween(1, 5));
            assertThat(student.skills()).extracting(SkillLevel::id).doesNotHaveDuplicates();
            assertThat(student.occupations()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(REGIONS).containsAll(student.regions());
            assertThat(student.availableFrom()).isBefore(student.availableUntil());
            assertThat(student.availableFrom().getYear()).isEqualTo(YEAR.getValue());
            assertThat(student.graduatesOn()).isBetween(LocalDate.of(2027, 6, 30), LocalDate.of(2029, 6, 30));
            assertThat(student.daysPerWeek()).isBetween(3, 5);
            assertThat(student.minimumStipend()).isBetween(1_500, 6_500);
            assertThat(student.language()).isIn("zh", "en");
            assertThat(student.preferences()).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(5);
        });
    }

    @Test
    void internshipsAreWithinTheRangesOfTheApi() {
        assertThat(openings()).allSatisfy(opening -> {
            assertThat(opening.title()).isNotBlank();
            assertThat(opening.description()).isNotBlank();
            assertThat(opening.region() == null ? opening.remote() : REGIONS.contains(opening.region()))
                    .isTrue();
            assertThat(opening.startsOn().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(opening.startsOn().getYear()).isEqualTo(YEAR.getValue());
            assertThat(opening.endsBefore()).isBefore(LocalDate.of(2028, 1, 1));
            assertThat(opening.daysPerWeek()).isBetween(3, 5);
            assertThat(opening.stipend()).isBetween(2_500, 9_500);
            assertThat(opening.seats()).isBetween(1, 5);
            assertThat(opening.requiredSkills())
                    .isNotEmpty()
                    .allSatisfy(skill -> assertThat(skill.level()).isBetween(1, 5));
            assertThat(opening.preferredSkills()).doesNotHaveDuplicates().isNotEmpty();
            assertThat(opening.preferences()).isEmpty();
            assertThat(opening.applyBy() == null
                            || opening.applyBy()
                                    .isBefore(opening.startsOn().atStartOfDay().toInstant(ZoneOffset.UTC)))
                    .isTrue();
        });
    }

    @Test
    void mailAndTelephoneReachNobody() {
        assertThat(profiles()).allSatisfy(student -> {
            assertThat(student.email()).matches("[a-z.]+\\.\\d{5}@univ-[a-z-]+\\.example\\.com");
            assertThat(student.phone()).matches("\\+86 000 \\d{4} \\d{4}");
        });
    }

    @Test
    void choicesAreInternshipsOfTheMarket() {
        Set<String> references = new HashSet<>(
                MARKET.internships().stream().map(DemoInternship::reference).toList());
        assertThat(profiles()).allSatisfy(student -> assertThat(references).containsAll(student.preferences()));
        assertThat(profiles())
                .filteredOn(student -> !student.preferences().isEmpty())
                .hasSizeBetween(100, 250);
    }

    @Test
    void bothLanguagesAreSpoken() {
        assertThat(profiles()).extracting(StudentBody::language).contains("zh", "en");
        assertThat(profiles())
                .allSatisfy(student -> assertThat(CHINESE.matcher(student.name() + student.major())
                                .find())
                        .isEqualTo(student.language().equals("zh")));
        assertThat(openings())
                .allSatisfy(opening -> assertThat(opening.title()).contains("实习生", " · ", " intern"))
                .anySatisfy(opening -> assertThat(opening.title()).endsWith("实习生"))
                .allSatisfy(opening -> assertThat(opening.description()).contains("配备导师", "A mentor"));
        assertThat(profiles())
                .flatExtracting(StudentBody::researchTopics)
                .anySatisfy(topic -> assertThat(topic).matches(CHINESE.pattern() + ".*"))
                .anySatisfy(topic -> assertThat(topic).matches("[a-z].*"));
    }

    @Test
    void everyFieldOfWorkAndEveryDegreeOccurs() {
        assertThat(openings())
                .extracting(InternshipBody::occupation)
                .contains(
                        "ai-engineer",
                        "integrated-circuit-engineer",
                        "cloud-computing-engineer",
                        "big-data-engineer",
                        "information-security-tester",
                        "robotics-engineer",
                        "virtual-reality-engineer",
                        "connected-vehicle-tester");
        assertThat(profiles()).extracting(StudentBody::degree).contains(Degree.values());
    }

    @Test
    void mostStudentsFindAPlaceAndSomeDoNot() {
        Map<String, List<DemoStudent>> placements = ExpectedPlacements.of(MARKET);
        long placed = placements.values().stream().mapToLong(List::size).sum();
        long full = MARKET.internships().stream()
                .filter(internship -> placements
                                .getOrDefault(internship.reference(), List.of())
                                .size()
                        == internship.body().seats())
                .count();

        assertThat(placed).as("placed of 500").isBetween(350L, 425L);
        assertThat(full).as("full internships of 150").isBetween(60L, 140L);
    }

    private static List<StudentBody> profiles() {
        return MARKET.students().stream().map(DemoStudent::body).toList();
    }

    private static List<InternshipBody> openings() {
        return MARKET.internships().stream().map(DemoInternship::body).toList();
    }

    private static String hash(DemoMarket market) {
        try {
            byte[] json = JsonMapper.shared().writeValueAsBytes(market);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
