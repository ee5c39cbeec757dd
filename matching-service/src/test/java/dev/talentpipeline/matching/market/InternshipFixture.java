package dev.talentpipeline.matching.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Internships that suit the students of {@link StudentFixture}, unless told otherwise. */
public final class InternshipFixture {

    private final String id;
    private long version = 1;
    private Internship.State state = Internship.State.OPEN;
    private String company = "c-river";
    private String occupation = "ai-trainer";
    private @Nullable String region = "CN-BJ";
    private boolean remote;
    private LocalDate startsOn = LocalDate.of(2027, 3, 1);
    private int weeks = 12;
    private int daysPerWeek = 4;
    private int stipend = 6000;
    private int seats = 1;
    private Degree minimumDegree = Degree.BACHELOR;
    private Set<String> majors = Set.of();
    private final Map<String, Integer> requiredSkills = new HashMap<>();
    private Set<String> preferredSkills = Set.of();
    private List<String> researchTopics = List.of();
    private PreferenceList preferences = PreferenceList.NONE;
    private Set<String> excluded = Set.of();
    private @Nullable Instant applyBy;

    private InternshipFixture(String id) {
        this.id = id;
    }

    public static InternshipFixture internship(String id) {
        return new InternshipFixture(id);
    }

    public InternshipFixture version(long value) {
        version = value;
        return this;
    }

    public InternshipFixture state(Internship.State value) {
        state = value;
        return this;
    }

    public InternshipFixture company(String value) {
        company = value;
        return this;
    }

    public InternshipFixture occupation(String value) {
        occupation = value;
        return this;
    }

    public InternshipFixture remoteOnly() {
        region = null;
        remote = true;
        return this;
    }

    public InternshipFixture region(String value, boolean alsoRemote) {
        region = value;
        remote = alsoRemote;
        return this;
    }

    public InternshipFixture startsOn(LocalDate value) {
        startsOn = value;
        return this;
    }

    public InternshipFixture weeks(int value) {
        weeks = value;
        return this;
    }

    public InternshipFixture daysPerWeek(int value) {
        daysPerWeek = value;
        return this;
    }

    public InternshipFixture stipend(int value) {
        stipend = value;
        return this;
    }

    public InternshipFixture seats(int value) {
        seats = value;
        return this;
    }

    public InternshipFixture minimumDegree(Degree value) {
        minimumDegree = value;
        return this;
    }

    public InternshipFixture majors(String... values) {
        majors = Set.of(values);
        return this;
    }

    public InternshipFixture requires(String skill, int level) {
        requiredSkills.put(skill, level);
        return this;
    }

    public InternshipFixture likes(String... skills) {
        preferredSkills = Set.of(skills);
        return this;
    }

    public InternshipFixture researchTopics(String... values) {
        researchTopics = List.of(values);
        return this;
    }

    public InternshipFixture prefers(String... students) {
        preferences = new PreferenceList(List.of(students), false);
        return this;
    }

    public InternshipFixture acceptsOnly(String... students) {
        preferences = new PreferenceList(List.of(students), true);
        return this;
    }

    public InternshipFixture excludes(String... students) {
        excluded = Set.of(students);
        return this;
    }

    public InternshipFixture applyBy(Instant value) {
        applyBy = value;
        return this;
    }

    public Internship build() {
        return new Internship(
                id,
                version,
                state,
                company,
                "Title of " + id,
                occupation,
                region,
                remote,
                startsOn,
                weeks,
                daysPerWeek,
                stipend,
                seats,
                minimumDegree,
                majors,
                requiredSkills,
                preferredSkills,
                researchTopics,
                preferences,
                excluded,
                applyBy);
    }
}
