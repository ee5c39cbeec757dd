package dev.talentpipeline.benchmarks.engine;

import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.PreferenceList;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.TopicAlignment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A market made up to resemble a national one: 106 occupations with their own usual skills, 31 regions of very different size, skills that
 * are asked for very differently often, students who know mostly what their occupations of interest use. The same seed gives the same
 * market.
 */
final class SyntheticMarket {

    static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");

    /** Topics are equal or share their field. */
    static final TopicAlignment TOPICS = (one, other) -> {
        if (one.equals(other)) {
            return 1;
        }
        return one.regionMatches(0, other, 0, one.indexOf(' ')) ? 0.5 : 0;
    };

    private static final int OCCUPATIONS = 106;
    private static final int SKILLS = 320;
    private static final int USUAL_SKILLS = 12;
    private static final int REGIONS = 31;
    private static final int MAJORS = 60;
    private static final int FIELDS = 40;
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 1);

    private final Random random;
    private final int[][] usual = new int[OCCUPATIONS][USUAL_SKILLS];

    SyntheticMarket(long seed) {
        random = new Random(seed);
        for (int[] skills : usual) {
            for (int at = 0; at < USUAL_SKILLS; at++) {
                skills[at] = skewed(SKILLS);
            }
        }
    }

    Programme programme() {
        return new Programme(
                "national",
                1,
                1,
                "ministry",
                Programme.State.RUNNING,
                Programme.Mode.ROLLING,
                Duration.ofSeconds(1),
                List.of(),
                null,
                null,
                Programme.Lists.FILLED,
                Set.of(),
                Set.of(),
                Map.of(),
                "seed");
    }

    List<Student> students(int count, List<Internship> internships) {
        List<Student> students = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            students.add(student(internships));
        }
        return students;
    }

    /** A student; one in ten lists three of the internships. */
    Student student(List<Internship> internships) {
        int first = random.nextInt(OCCUPATIONS);
        List<Integer> interests = new ArrayList<>();
        for (int count = random.nextInt(20) == 0 ? 0 : random.nextInt(1, 4); interests.size() < count; ) {
            interests.add(interests.isEmpty() ? first : random.nextInt(OCCUPATIONS));
        }
        Map<String, Integer> skills = new HashMap<>();
        for (int count = random.nextInt(4, 9); skills.size() < count; ) {
            int[] known = usual[interests.isEmpty() ? first : interests.get(random.nextInt(interests.size()))];
            int skill = random.nextInt(5) == 0 ? skewed(SKILLS) : known[random.nextInt(USUAL_SKILLS)];
            skills.put(skill(skill), random.nextInt(1, 6));
        }
        Set<String> regions = new LinkedHashSet<>();
        for (int count = random.nextInt(10) == 0 ? 0 : random.nextInt(1, 4); regions.size() < count; ) {
            regions.add(region());
        }
        LocalDate from = SPRING.plusDays(random.nextInt(-60, 30));
        Set<String> listed = new LinkedHashSet<>();
        while (!internships.isEmpty() && listed.size() < 3 && (!listed.isEmpty() || random.nextInt(10) == 0)) {
            listed.add(internships.get(random.nextInt(internships.size())).id());
        }
        return new Student(
                id(),
                1,
                Student.State.ACTIVE,
                "person",
                "university",
                degree(),
                major(),
                skills,
                interests.stream().distinct().map(SyntheticMarket::occupation).toList(),
                topics(random.nextInt(4)),
                List.copyOf(regions),
                random.nextInt(10) < 3,
                from,
                from.plusDays(random.nextInt(150, 400)),
                random.nextInt(3, 6),
                random.nextInt(5) * 1000,
                new PreferenceList(List.copyOf(listed), false),
                true);
    }

    List<Internship> internships(int count, int seatsMax) {
        List<Internship> internships = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            internships.add(internship(seatsMax));
        }
        return internships;
    }

    Internship internship(int seatsMax) {
        int occupation = random.nextInt(OCCUPATIONS);
        Map<String, Integer> required = new HashMap<>();
        for (int count = random.nextInt(20) == 0 ? 0 : random.nextInt(1, 3); required.size() < count; ) {
            required.put(skill(usual[occupation][random.nextInt(USUAL_SKILLS)]), random.nextInt(1, 4));
        }
        Set<String> preferred = new LinkedHashSet<>();
        for (int count = random.nextInt(4); preferred.size() < count; ) {
            preferred.add(skill(usual[occupation][random.nextInt(USUAL_SKILLS)]));
        }
        Set<String> majors = new LinkedHashSet<>();
        for (int count = random.nextInt(4) < 3 ? 0 : random.nextInt(10, 30); majors.size() < count; ) {
            majors.add(major());
        }
        int where = random.nextInt(100);
        @Nullable String region = where < 3 ? null : region();
        return new Internship(
                id(),
                1,
                Internship.State.OPEN,
                "company",
                "Title",
                occupation(occupation),
                region,
                where < 15,
                SPRING.plusDays(random.nextInt(90)),
                random.nextInt(8, 21),
                random.nextInt(2, 6),
                random.nextInt(4, 25) * 500,
                random.nextInt(1, seatsMax + 1),
                random.nextInt(3) == 0 ? Degree.MASTER : random.nextInt(3) == 0 ? Degree.ASSOCIATE : Degree.BACHELOR,
                majors,
                required,
                preferred,
                topics(random.nextInt(3)),
                PreferenceList.NONE,
                Set.of(),
                null);
    }

    private Degree degree() {
        int drawn = random.nextInt(10);
        return drawn < 2
                ? Degree.ASSOCIATE
                : drawn < 6 ? Degree.BACHELOR : drawn < 9 ? Degree.MASTER : Degree.DOCTORATE;
    }

    private List<String> topics(int count) {
        Set<String> topics = new LinkedHashSet<>();
        while (topics.size() < count) {
            topics.add("field" + random.nextInt(FIELDS) + " question " + random.nextInt(10));
        }
        return List.copyOf(topics);
    }

    private static String skill(int number) {
        return "skill-" + number;
    }

    private static String occupation(int number) {
        return "2-02-38-" + number;
    }

    private String region() {
        return "CN-" + skewed(REGIONS);
    }

    private String major() {
        return "major " + random.nextInt(MAJORS);
    }

    /** Small numbers far more often than large ones. */
    private int skewed(int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 2));
    }

    private String id() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
