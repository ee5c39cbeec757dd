package dev.talentpipeline.matching.engine.columns;

import dev.talentpipeline.matching.market.Degree;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.PreferenceList;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import dev.talentpipeline.matching.preference.TopicAlignment;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The facts of one programme's market as numbers in flat arrays. Members go by slot. Each side has a pool of rows ({@link StudentRow},
 * {@link InternshipRow}); lists are kept beside, for those who have one.
 *
 * <p>Written by one thread while nobody reads; between writes it may be read by several, each with a {@link Judge} of its own.
 */
public final class FlatMarket {

    private static final int LEVEL_BITS = 3;

    private final Programme programme;
    private final boolean explicit;
    private final Weights weights;
    private final TopicRows topics;
    private final Rarity rarity = new Rarity();
    private final Words skills = new Words();
    private final Words occupations = new Words();
    private final Words regions = new Words();
    private final Words majors = new Words();
    private final Row row = new Row();

    private final Members students;
    private final RowPool studentRows = new RowPool();
    private PlaceList[] studentLists = new PlaceList[0];

    private final Members internships;
    private final RowPool internshipRows = new RowPool();
    private PlaceList[] internshipLists = new PlaceList[0];
    private PlaceList[] excluded = new PlaceList[0];
    private int[] seats = new int[0];

    private final PairSet apart = new PairSet();
    /** From how many each student is kept apart. */
    private int[] apartOf = new int[0];

    private Instant asOf;

    /**
     * An empty market.
     *
     * @param asOf the moment that decides which openings still take part
     */
    public FlatMarket(Programme programme, Instant asOf, TopicAlignment alignment) {
        this.programme = programme;
        this.asOf = asOf;
        explicit = programme.lists() == Programme.Lists.EXPLICIT;
        weights = new Weights(programme.weights());
        topics = new TopicRows(alignment);
        students = new Members(programme.seed());
        internships = new Members(programme.seed());
    }

    public Members students() {
        return students;
    }

    public Members internships() {
        return internships;
    }

    public Weights weights() {
        return weights;
    }

    public Rarity rarity() {
        return rarity;
    }

    /** Weighs skills as rare as they are now; whether that may change scores, and with them every bound worked out from them. */
    public boolean adoptRarity() {
        return rarity.adopt();
    }

    public int skills() {
        return skills.size();
    }

    public int regions() {
        return regions.size();
    }

    public int occupations() {
        return occupations.size();
    }

    /** The moment from which openings are put in from now on. */
    public void asOf(Instant now) {
        asOf = now;
    }

    /** The slot of a student, also of one who is not here yet. */
    public int enrolStudent(String id) {
        int slot = students.enrol(id);
        if (slot >= studentLists.length) {
            studentLists = grown(studentLists, slot);
        }
        return slot;
    }

    /** The slot of an internship, also of one that is not here yet. */
    public int enrolInternship(String id) {
        int slot = internships.enrol(id);
        if (slot >= internshipLists.length) {
            internshipLists = grown(internshipLists, slot);
            excluded = grown(excluded, slot);
            seats = Arrays.copyOf(seats, internshipLists.length);
        }
        return slot;
    }

    private static PlaceList[] grown(PlaceList[] lists, int slot) {
        PlaceList[] longer = Arrays.copyOf(lists, Math.max(64, Math.max(slot + 1, lists.length * 2)));
        Arrays.fill(longer, lists.length, longer.length, PlaceList.EMPTY);
        return longer;
    }

    /** Takes the facts of a student; gives their slot. */
    public int put(Student facts) {
        int slot = enrolStudent(facts.id());
        PlaceList list = PlaceList.of(slots(facts.preferences(), true));
        studentLists[slot] = list;
        int traits = rank(facts.degree()) | facts.daysPerWeek() << 2;
        traits |= facts.remote() ? StudentRow.REMOTE : 0;
        traits |= facts.preferences().only() || explicit ? StudentRow.ONLY_LISTED : 0;
        boolean seeking = facts.state() == Student.State.ACTIVE
                && programme.admitsUniversity(facts.university())
                && facts.consent();
        traits |= seeking ? StudentRow.SEEKING : 0;
        traits |= list.size() > 0 ? StudentRow.HAS_LIST : 0;
        traits |= keptApart(slot) ? StudentRow.KEPT_APART : 0;
        row.start(StudentRow.WORDS);
        row.set(StudentRow.FIRST_DAY, Row.day(facts.availableFrom().toEpochDay()));
        row.set(StudentRow.LAST_DAY, Row.day(facts.availableUntil().toEpochDay()));
        row.set(StudentRow.STIPEND, facts.minimumStipend());
        row.set(StudentRow.TRAITS, traits);
        row.set(StudentRow.MAJOR, majors.number(plain(facts.major())));
        row.setCounts(
                StudentRow.SKILLS_OCCUPATIONS,
                facts.skills().size(),
                facts.occupations().size());
        row.setCounts(
                StudentRow.REGIONS_TOPICS,
                facts.regions().size(),
                facts.researchTopics().size());
        addLevels(facts.skills());
        facts.occupations().forEach(occupation -> row.add(occupations.number(occupation)));
        facts.regions().forEach(region -> row.add(regions.number(region)));
        facts.researchTopics().forEach(topic -> row.add(topics.numberOfStudents(topic)));
        studentRows.put(slot, row.done());
        return slot;
    }

    /** Takes the facts of an internship; gives its slot. */
    public int put(Internship facts) {
        int slot = enrolInternship(facts.id());
        count(slot, -1);
        internshipRows.put(slot, encoded(facts));
        count(slot, 1);
        internshipLists[slot] = PlaceList.of(slots(facts.preferences(), false));
        excluded[slot] = PlaceList.of(excludedSlots(facts));
        seats[slot] = facts.seats();
        return slot;
    }

    /** Whether nothing but the number of seats would change if these facts were put in. */
    public boolean differsOnlyInSeats(Internship facts) {
        int slot = internships.slotOf(facts.id());
        return slot != Members.NOBODY
                && internshipRows.holds(slot, encoded(facts))
                && internshipLists[slot].sameAs(PlaceList.of(slots(facts.preferences(), false)))
                && excluded[slot].sameAs(PlaceList.of(excludedSlots(facts)));
    }

    private int[] encoded(Internship facts) {
        int traits = rank(facts.minimumDegree()) | facts.daysPerWeek() << 2;
        traits |= facts.remote() ? InternshipRow.REMOTE : 0;
        traits |= facts.preferences().only() || explicit ? InternshipRow.ONLY_LISTED : 0;
        traits |= facts.openAt(asOf) && programme.admitsCompany(facts.company()) ? InternshipRow.OPEN : 0;
        boolean names =
                !facts.preferences().ids().isEmpty() || !facts.excluded().isEmpty();
        traits |= names ? InternshipRow.NAMES_STUDENTS : 0;
        String region = facts.region();
        row.start(InternshipRow.WORDS);
        row.set(InternshipRow.FIRST_DAY, Row.day(facts.startsOn().toEpochDay()));
        row.set(InternshipRow.LAST_DAY, Row.day(facts.endsOn().toEpochDay()));
        row.set(InternshipRow.STIPEND, facts.stipend());
        row.set(InternshipRow.TRAITS, traits);
        row.set(InternshipRow.OCCUPATION, occupations.number(facts.occupation()));
        row.set(InternshipRow.REGION, region == null ? -1 : regions.number(region));
        row.setCounts(
                InternshipRow.REQUIRED_PREFERRED,
                facts.requiredSkills().size(),
                facts.preferredSkills().size());
        row.setCounts(
                InternshipRow.MAJORS_TOPICS,
                facts.majors().size(),
                facts.researchTopics().size());
        addLevels(facts.requiredSkills());
        facts.preferredSkills().stream().sorted().forEach(skill -> row.add(skills.number(skill)));
        facts.majors().stream().sorted().forEach(major -> row.add(majors.number(plain(major))));
        facts.researchTopics().forEach(topic -> row.add(topics.numberOfInternships(topic)));
        return row.done();
    }

    /** Counts an opening, if it takes new students, for what is rare. */
    private void count(int internship, int more) {
        if (!isOpen(internship)) {
            return;
        }
        rarity.count(more);
        int[] data = internshipRows.data();
        int at = internshipRows.at(internship);
        int required = at + InternshipRow.WORDS + (data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16);
        int preferred = required + (data[at + InternshipRow.REQUIRED_PREFERRED] & 0xFFFF);
        for (int word = at + InternshipRow.WORDS; word < required; word++) {
            rarity.count(skillOf(data[word]), more);
        }
        for (int word = required; word < preferred; word++) {
            if (!requires(internship, data[word])) {
                rarity.count(data[word], more);
            }
        }
    }

    private boolean requires(int internship, int skill) {
        int[] data = internshipRows.data();
        int from = internshipRows.at(internship) + InternshipRow.WORDS;
        int to = from + (data[from - InternshipRow.WORDS + InternshipRow.REQUIRED_PREFERRED] >>> 16);
        for (int word = from; word < to; word++) {
            if (skillOf(data[word]) == skill) {
                return true;
            }
        }
        return false;
    }

    /** What all skills that an internship names weigh together, in halves; 0 if it names none. */
    public int skillWeights(int internship) {
        int[] data = internshipRows.data();
        int at = internshipRows.at(internship);
        int required = at + InternshipRow.WORDS + (data[at + InternshipRow.REQUIRED_PREFERRED] >>> 16);
        int preferred = required + (data[at + InternshipRow.REQUIRED_PREFERRED] & 0xFFFF);
        int whole = 0;
        for (int word = at + InternshipRow.WORDS; word < preferred; word++) {
            whole += rarity.weight(word < required ? skillOf(data[word]) : data[word]);
        }
        return whole;
    }

    /** In the order of their names: the parts of a score are added up in one order on whatever machine. */
    private void addLevels(Map<String, Integer> levels) {
        if (levels.isEmpty()) {
            return;
        }
        String[] names = levels.keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (String name : names) {
            row.add(skills.number(name) << LEVEL_BITS | levels.getOrDefault(name, 0));
        }
    }

    private int[] slots(PreferenceList list, boolean ofInternships) {
        List<String> ids = list.ids();
        int[] slots = new int[ids.size()];
        for (int place = 0; place < slots.length; place++) {
            slots[place] = ofInternships ? enrolInternship(ids.get(place)) : enrolStudent(ids.get(place));
        }
        return slots;
    }

    private int[] excludedSlots(Internship facts) {
        Collection<String> ids = facts.excluded();
        return ids.stream().sorted().mapToInt(this::enrolStudent).toArray();
    }

    /** Forgets the facts of a student; the slot stays theirs. */
    public void forgetStudent(int student) {
        studentRows.remove(student);
        studentLists[student] = PlaceList.EMPTY;
    }

    /** Forgets the facts of an internship; the slot stays its own. */
    public void forgetInternship(int internship) {
        count(internship, -1);
        internshipRows.remove(internship);
        internshipLists[internship] = PlaceList.EMPTY;
        excluded[internship] = PlaceList.EMPTY;
        seats[internship] = 0;
    }

    /** Lets the two not meet from now on; whether they might before. */
    public boolean keepApart(int student, int internship) {
        boolean added = apart.add(student, internship);
        if (studentRows.has(student)) {
            studentRows.data()[studentRows.at(student) + StudentRow.TRAITS] |= StudentRow.KEPT_APART;
        }
        if (added && student >= apartOf.length) {
            apartOf = Arrays.copyOf(apartOf, Math.max(student + 1, apartOf.length * 2));
        }
        if (added) {
            apartOf[student]++;
        }
        return added;
    }

    /** Lets the two meet again; whether they might not before. */
    public boolean bringTogether(int student, int internship) {
        boolean removed = apart.remove(student, internship);
        if (removed) {
            apartOf[student]--;
        }
        return removed;
    }

    private boolean keptApart(int student) {
        return student < apartOf.length && apartOf[student] > 0;
    }

    /** All rows of students; {@link #studentAt} says where one begins. */
    public int[] studentData() {
        return studentRows.data();
    }

    /** Where a student's row begins; 0: there are no facts. */
    public int studentAt(int student) {
        return studentRows.at(student);
    }

    public int[] internshipData() {
        return internshipRows.data();
    }

    /** Where an internship's row begins; 0: there are no facts. */
    public int internshipAt(int internship) {
        return internshipRows.at(internship);
    }

    /** Whether the student takes part: active, of a university that takes part, with consent. */
    public boolean isSeeking(int student) {
        int at = studentRows.at(student);
        return at != 0 && (studentRows.data()[at + StudentRow.TRAITS] & StudentRow.SEEKING) != 0;
    }

    /** Whether the internship takes new students. */
    public boolean isOpen(int internship) {
        int at = internshipRows.at(internship);
        return at != 0 && (internshipRows.data()[at + InternshipRow.TRAITS] & InternshipRow.OPEN) != 0;
    }

    public PlaceList listOfStudent(int student) {
        return studentLists[student];
    }

    public PlaceList listOfInternship(int internship) {
        return internshipLists[internship];
    }

    public boolean isExcluded(int internship, int student) {
        return excluded[internship].has(student);
    }

    /** Whether the two are kept apart by what came of an earlier offer. */
    public boolean isApart(int student, int internship) {
        return apart.has(student, internship);
    }

    public int seats(int internship) {
        return seats[internship];
    }

    /** Lays the rows of internships behind each other in the given order, in which they are mostly read. */
    public void arrangeInternships(int[] order) {
        internshipRows.arrange(order);
    }

    /** How near a student's topic is to an internship's, both by number. */
    public float topicAlignment(int offered, int wanted) {
        return topics.between(offered, wanted);
    }

    /** The words of a set of required skills, to be found in rows: number above, level in the lower three bits. */
    public static int skillOf(int skillAndLevel) {
        return skillAndLevel >>> LEVEL_BITS;
    }

    public static int levelOf(int skillAndLevel) {
        return skillAndLevel & (1 << LEVEL_BITS) - 1;
    }

    private static int rank(Degree degree) {
        return switch (degree) {
            case ASSOCIATE -> 0;
            case BACHELOR -> 1;
            case MASTER -> 2;
            case DOCTORATE -> 3;
        };
    }

    private static String plain(String major) {
        return major.strip().toLowerCase(Locale.ROOT);
    }
}
