package dev.talentpipeline.matching.market;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Students who suit the internships of {@link InternshipFixture}, unless told otherwise. */
public final class StudentFixture {

    private final String id;
    private long version = 1;
    private Student.State state = Student.State.ACTIVE;
    private String university = "u-north";
    private Degree degree = Degree.MASTER;
    private String major = "Computer Science";
    private final Map<String, Integer> skills = new HashMap<>();
    private List<String> occupations = List.of();
    private List<String> researchTopics = List.of();
    private List<String> regions = List.of("CN-BJ");
    private boolean remote;
    private LocalDate availableFrom = LocalDate.of(2027, 1, 1);
    private LocalDate availableUntil = LocalDate.of(2027, 12, 31);
    private int daysPerWeek = 5;
    private int minimumStipend = 3000;
    private PreferenceList preferences = PreferenceList.NONE;
    private boolean consent = true;

    private StudentFixture(String id) {
        this.id = id;
    }

    public static StudentFixture student(String id) {
        return new StudentFixture(id);
    }

    public StudentFixture version(long value) {
        version = value;
        return this;
    }

    public StudentFixture state(Student.State value) {
        state = value;
        return this;
    }

    public StudentFixture university(String value) {
        university = value;
        return this;
    }

    public StudentFixture degree(Degree value) {
        degree = value;
        return this;
    }

    public StudentFixture major(String value) {
        major = value;
        return this;
    }

    public StudentFixture skill(String skill, int level) {
        skills.put(skill, level);
        return this;
    }

    public StudentFixture occupations(String... values) {
        occupations = List.of(values);
        return this;
    }

    public StudentFixture researchTopics(String... values) {
        researchTopics = List.of(values);
        return this;
    }

    public StudentFixture regions(String... values) {
        regions = List.of(values);
        return this;
    }

    public StudentFixture remote(boolean value) {
        remote = value;
        return this;
    }

    public StudentFixture available(LocalDate from, LocalDate until) {
        availableFrom = from;
        availableUntil = until;
        return this;
    }

    public StudentFixture daysPerWeek(int value) {
        daysPerWeek = value;
        return this;
    }

    public StudentFixture minimumStipend(int value) {
        minimumStipend = value;
        return this;
    }

    public StudentFixture prefers(String... internships) {
        preferences = new PreferenceList(List.of(internships), false);
        return this;
    }

    public StudentFixture acceptsOnly(String... internships) {
        preferences = new PreferenceList(List.of(internships), true);
        return this;
    }

    public StudentFixture consent(boolean value) {
        consent = value;
        return this;
    }

    public Student build() {
        return new Student(
                id,
                version,
                state,
                "person-" + id,
                university,
                degree,
                major,
                skills,
                occupations,
                researchTopics,
                regions,
                remote,
                availableFrom,
                availableUntil,
                daysPerWeek,
                minimumStipend,
                preferences,
                consent);
    }
}
