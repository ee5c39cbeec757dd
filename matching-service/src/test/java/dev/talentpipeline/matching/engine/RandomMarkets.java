package dev.talentpipeline.matching.engine;

import dev.talentpipeline.matching.market.Apart;
import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.PreferenceList;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Seat;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.TopicAlignment;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Markets drawn from few words and small numbers, so that every rule fails sometimes and ties are common. A seed gives one market. */
public final class RandomMarkets {

    public static final Instant NOW = Instant.parse("2027-01-15T08:00:00Z");

    /** Topics are as near as the letters that both begin with. */
    public static final TopicAlignment BY_FIRST_LETTERS = (one, other) -> {
        int same = 0;
        while (same < 3 && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same / 3.0;
    };

    private static final List<String> SKILLS = List.of("java", "python", "sql", "rust", "cad");
    private static final List<String> OCCUPATIONS = List.of("ai-trainer", "data-analyst", "dba");
    private static final List<String> REGIONS = List.of("CN-BJ", "CN-SH", "CN-GD");
    private static final List<String> MAJORS = List.of("Mathematics", "Physics");
    private static final List<String> TOPICS = List.of("abc", "abd", "axy", "bcd");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    private final Random random;
    private final Programme.Lists lists;
    /** Whether hard rules fail seldom and lists are common, so that there is more to choose from. */
    private final boolean lenient;

    public RandomMarkets(long seed) {
        // Seeds that are near each other would all begin alike: every market would be lenient.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        lenient = random.nextBoolean();
        lists = random.nextInt(6) == 0 ? Programme.Lists.EXPLICIT : Programme.Lists.FILLED;
    }

    /** A programme; sometimes with weights that make nearly every score the same. */
    public Programme programme() {
        return programme(
                switch (random.nextInt(4)) {
                    case 0 -> Map.of("skills", 0.0, "dates", 0.0, "stipend", 0.0);
                    case 1 -> Map.of("research", 2.5, "location", 0.0);
                    default -> Map.of();
                });
    }

    public Programme programmeThatIgnoresSkills() {
        return programme(
                random.nextBoolean()
                        ? Map.of("skills", 0.0)
                        : Map.of("skills", 0.0, "research", 0.0, "dates", 0.0, "stipend", 0.0));
    }

    private Programme programme(Map<String, Double> weights) {
        return new Programme(
                "demo",
                1,
                1,
                "u-north",
                Programme.State.RUNNING,
                Programme.Mode.ROLLING,
                Duration.ofSeconds(1),
                List.of(),
                null,
                null,
                lists,
                Set.of(),
                random.nextInt(5) == 0 ? Set.of("c-0", "c-1") : Set.of(),
                weights,
                "seed-" + random.nextInt(1000));
    }

    public static String studentId(int number) {
        return "s" + number;
    }

    public static String internshipId(int number) {
        return "i" + number;
    }

    /** A student who may list any of so many internships, arrived or not. */
    public Student student(int number, int internships) {
        LocalDate from = DAY.plusDays(lenient ? -random.nextInt(3) * 10L : random.nextInt(3) * 20L - 30);
        return new Student(
                studentId(number),
                1,
                random.nextInt(12) == 0 ? Student.State.PAUSED : Student.State.ACTIVE,
                "p" + number,
                "u-north",
                Degree.values()[lenient ? 3 : random.nextInt(1, 4)],
                random.nextBoolean() ? one(MAJORS) : " " + one(MAJORS).toUpperCase(Locale.ROOT),
                levels(lenient ? 5 : random.nextInt(3, 6)),
                List.copyOf(some(OCCUPATIONS, random.nextInt(3))),
                List.copyOf(some(TOPICS, random.nextInt(3))),
                List.copyOf(some(REGIONS, random.nextInt(lenient ? 4 : 3))),
                random.nextBoolean(),
                from,
                from.plusDays((lenient ? 200 : 150) + random.nextInt(3) * 40L),
                lenient ? 5 : random.nextInt(3, 6),
                random.nextInt(lenient ? 2 : 3) * 1500,
                list(internships, true),
                random.nextInt(15) != 0);
    }

    /** An internship that may list or exclude any of so many students, arrived or not. */
    public Internship internship(int number, int students) {
        Set<String> excluded = random.nextInt(4) == 0 ? Set.of(studentId(random.nextInt(students))) : Set.of();
        @Nullable String region = random.nextInt(6) == 0 ? null : one(REGIONS);
        return new Internship(
                internshipId(number),
                1,
                random.nextInt(12) == 0 ? Internship.State.WITHDRAWN : Internship.State.OPEN,
                "c-" + random.nextInt(3),
                "Title",
                one(OCCUPATIONS),
                region,
                region == null ? random.nextInt(4) != 0 : random.nextBoolean(),
                DAY.plusDays(random.nextInt(3) * 15L),
                random.nextInt(8, 13),
                random.nextInt(3, 6),
                1500 + random.nextInt(3) * 1500,
                random.nextInt(3) == 0 ? 2 : 1,
                Degree.values()[random.nextInt(3)],
                !lenient && random.nextInt(4) == 0 ? Set.of(one(MAJORS)) : Set.of(),
                levels(random.nextInt(lenient ? 2 : 3)),
                Set.copyOf(some(SKILLS, random.nextInt(3))),
                List.copyOf(some(TOPICS, random.nextInt(3))),
                list(students, false),
                excluded,
                random.nextInt(10) == 0 ? NOW.plusSeconds(random.nextInt(3) - 1) : null);
    }

    private Map<String, Integer> levels(int skills) {
        Map<String, Integer> levels = new HashMap<>();
        some(SKILLS, skills).forEach(skill -> levels.put(skill, random.nextInt(1, lenient && skills < 5 ? 3 : 6)));
        return levels;
    }

    private PreferenceList list(int members, boolean ofInternships) {
        boolean explicit = lists == Programme.Lists.EXPLICIT;
        if (!explicit && random.nextInt(lenient ? 4 : 2) == 0) {
            return PreferenceList.NONE;
        }
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < members; number++) {
            if (explicit || lenient || random.nextBoolean()) {
                ids.add(ofInternships ? internshipId(number) : studentId(number));
            }
        }
        Collections.shuffle(ids, random);
        return new PreferenceList(ids, random.nextInt(4) == 0);
    }

    private String one(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private Set<String> some(List<String> words, int count) {
        Set<String> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            drawn.add(one(words));
        }
        return drawn;
    }

    /** A whole market of at most so many members, with bound seats and pairs kept apart. */
    public Market market(int studentsMax, int internshipsMax) {
        int studentCount = random.nextInt(1, studentsMax + 1);
        int internshipCount = random.nextInt(1, internshipsMax + 1);
        List<Student> students = new ArrayList<>();
        for (int number = 0; number < studentCount; number++) {
            students.add(student(number, internshipCount));
        }
        List<Internship> internships = new ArrayList<>();
        for (int number = 0; number < internshipCount; number++) {
            internships.add(internship(number, studentCount));
        }
        List<Seat> seats = new ArrayList<>();
        Set<Integer> seated = new HashSet<>();
        Map<Pair, Apart> apart = new HashMap<>();
        while (random.nextInt(4) == 0) {
            int student = random.nextInt(studentCount);
            if (seated.add(student)) {
                seats.add(new Seat("offer-" + student, pair(student, random.nextInt(internshipCount))));
            }
        }
        while (random.nextInt(3) == 0) {
            Apart why = random.nextBoolean() ? Apart.BARRED : Apart.WAITING;
            apart.put(pair(random.nextInt(studentCount), random.nextInt(internshipCount)), why);
        }
        return new Market(NOW, programme(), students, internships, seats, apart);
    }

    private static Pair pair(int student, int internship) {
        return new Pair(studentId(student), internshipId(internship));
    }
}
