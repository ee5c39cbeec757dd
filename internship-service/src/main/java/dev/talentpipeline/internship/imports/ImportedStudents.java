package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.Named;
import dev.talentpipeline.internship.imports.Column.Shape;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.roll.KeepingRoll;
import dev.talentpipeline.internship.roll.RollEntry;
import dev.talentpipeline.internship.roll.RollFacts;
import dev.talentpipeline.internship.student.KnownSchools;
import dev.talentpipeline.internship.student.PostingStudents;
import dev.talentpipeline.internship.student.PostingStudents.Known;
import dev.talentpipeline.internship.student.PostingStudents.Outcome;
import dev.talentpipeline.internship.student.PostingStudents.Wanted;
import dev.talentpipeline.internship.student.PreferredInternships;
import dev.talentpipeline.kit.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Students as rows. What the university knows of a student goes to its roll; a row that says more than that also goes to the programme, as
 * does every row about somebody who is in it. What a file does not say of somebody new takes the defaults of the API.
 */
final class ImportedStudents implements RowKind {

    private static final List<Column> COLUMNS = List.of(
            Column.anchor("number", "学号", "Student number", "学生学号", "student no", "student id", "no"),
            Column.of("name", Shape.TEXT, "姓名", "Name", "学生姓名", "full name"),
            Column.of("email", Shape.CODE, "邮箱", "Email", "电子邮箱", "电子邮件", "e-mail", "mail"),
            Column.of("phone", Shape.CODE, "电话", "Phone", "手机", "手机号", "手机号码", "联系电话", "mobile", "telephone"),
            Column.of("language", Shape.LANGUAGE, "语言", "Language", "通知语言"),
            Column.of("degree", Shape.DEGREE, "学历", "Degree", "学历层次", "培养层次", "学位"),
            Column.of("major", Shape.TEXT, "专业", "Major", "专业名称"),
            Column.of("majorCode", Shape.CODE, "专业代码", "Major code", "专业编码", "专业代号"),
            Column.of("school", Shape.SCHOOL, "学院", "School", "院系", "所属学院", "department", "faculty"),
            Column.of("graduatesOn", Shape.DATE, "毕业日期", "Graduates on", "毕业时间", "graduation date", "graduation"),
            Column.of("skills", Shape.LEVELLED_SKILLS, "技能", "Skills", "专业技能", "skill"),
            Column.of("occupations", Shape.OCCUPATIONS, "意向职业", "Occupations", "职业", "occupation"),
            Column.of("researchTopics", Shape.TEXTS, "研究方向", "Research topics", "研究课题", "research topic"),
            Column.of("regions", Shape.REGIONS, "意向地区", "Regions", "地区", "意向城市", "region"),
            Column.of("remote", Shape.YES_NO, "接受远程", "Remote", "远程"),
            Column.of("availableFrom", Shape.DATE, "可实习开始日期", "Available from", "开始日期", "from"),
            Column.of("availableUntil", Shape.DATE, "可实习结束日期", "Available until", "结束日期", "until"),
            Column.of("daysPerWeek", Shape.WHOLE, "每周天数", "Days per week", "每周到岗天数", "days a week"),
            Column.of("minimumStipend", Shape.WHOLE, "最低补贴", "Minimum stipend", "期望薪资", "最低薪资"),
            Column.of("preferences", Shape.OPENINGS, "志愿岗位", "Preferences", "志愿", "志愿表", "ranked choices"),
            Column.of("onlyThese", Shape.YES_NO, "仅限志愿", "Only these"),
            Column.of("consent", Shape.YES_NO, "同意匹配", "Consent", "授权", "同意"));

    /** What says more of a student than a roll does. */
    private static final Set<String> BEYOND_THE_ROLL = Set.of(
            "skills",
            "occupations",
            "researchTopics",
            "regions",
            "remote",
            "availableFrom",
            "availableUntil",
            "daysPerWeek",
            "minimumStipend",
            "preferences",
            "onlyThese",
            "consent");

    private final PostingStudents posting;
    private final KeepingRoll roll;
    private final KnownSchools schools;
    private final PreferredInternships internships;

    ImportedStudents(
            PostingStudents posting, KeepingRoll roll, KnownSchools schools, PreferredInternships internships) {
        this.posting = posting;
        this.roll = roll;
        this.schools = schools;
        this.internships = internships;
    }

    @Override
    public List<? extends Named> schools(String university) {
        return schools.of(university);
    }

    @Override
    public OpeningNames openings(Programme programme) {
        return new OpeningNames(internships.listed(programme.id()));
    }

    @Override
    public ImportKind kind() {
        return ImportKind.STUDENTS;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public String organisation(Caller caller, Programme programme) {
        return posting.university(caller, programme);
    }

    @Override
    public List<Foreseen> foresee(Caller caller, Programme programme, String university, List<StagedRow> rows) {
        List<String> numbers = rows.stream().map(StagedRow::anchor).toList();
        Map<String, Known> known = posting.known(programme, university, numbers);
        Map<String, RollEntry> onRoll = roll.known(university, numbers);
        return rows.stream()
                .map(row -> foresee(caller, programme, row, known.get(row.anchor()), onRoll.get(row.anchor())))
                .toList();
    }

    private Foreseen foresee(
            Caller caller, Programme programme, StagedRow row, @Nullable Known known, @Nullable RollEntry onRoll) {
        Violations violations = new Violations();
        RollFacts facts = StudentRow.facts(row, onRoll, violations);
        KeepingRoll.Outcome ofRoll = KeepingRoll.foresee(onRoll, facts);
        Outcome ofStudent = null;
        List<String> kept = List.of();
        if (goesBeyondTheRoll(row, known)) {
            Wanted wanted = StudentRow.wanted(row, known, onRoll, violations);
            posting.otherSchool(caller, known, wanted)
                    .ifPresent(
                            remedy -> violations.add("school", wanted.profile().school(), remedy));
            PostingStudents.Foreseen foreseen = posting.foresee(caller, programme, known, wanted);
            ofStudent = foreseen.outcome();
            kept = foreseen.kept();
        }
        if (!violations.found().isEmpty()) {
            // What a roll and a profile both need is missed once.
            return Foreseen.bad(violations.found().stream().distinct().toList());
        }
        return new Foreseen(
                standing(ofRoll, ofStudent),
                known == null ? null : known.person().id(),
                kept,
                List.of(),
                ofStudent == null);
    }

    private static boolean goesBeyondTheRoll(StagedRow row, @Nullable Known known) {
        return (known != null && known.student() != null)
                || row.values().keySet().stream().anyMatch(BEYOND_THE_ROLL::contains);
    }

    /** Of a row that goes to the programme too, what is new there counts. */
    private static StagedRow.Standing standing(KeepingRoll.Outcome ofRoll, @Nullable Outcome ofStudent) {
        return switch (ofStudent) {
            case NEW -> StagedRow.Standing.NEW;
            case CHANGED -> StagedRow.Standing.CHANGED;
            case UNCHANGED ->
                ofRoll == KeepingRoll.Outcome.UNCHANGED ? StagedRow.Standing.UNCHANGED : StagedRow.Standing.CHANGED;
            case null ->
                switch (ofRoll) {
                    case NEW -> StagedRow.Standing.NEW;
                    case CHANGED -> StagedRow.Standing.CHANGED;
                    case UNCHANGED -> StagedRow.Standing.UNCHANGED;
                };
        };
    }

    @Override
    public void begin(Programme programme, String university) {
        posting.begin(programme, university);
    }

    @Override
    public Entered enter(Caller caller, Programme programme, String university, List<StagedRow> rows) {
        Map<String, Known> known = posting.locked(
                programme, university, rows.stream().map(StagedRow::anchor).toList());
        Map<String, RollEntry> onRoll =
                roll.known(university, rows.stream().map(StagedRow::anchor).toList());
        PostingStudents.Ended ofStudents = posting.post(
                caller,
                programme,
                university,
                rows.stream()
                        .filter(row -> goesBeyondTheRoll(row, known.get(row.anchor())))
                        .map(row -> new Entry(row, onRoll.get(row.anchor())))
                        .toList());
        Map<String, KeepingRoll.Outcome> ofRoll =
                roll.enter(university, rows.stream().map(OnRoll::new).toList());
        Map<StagedRow.Standing, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> standing(
                                Objects.requireNonNull(ofRoll.get(row.anchor())),
                                ofStudents.outcomes().get(row.anchor())),
                        Collectors.counting()));
        return new Entered(
                count(counts, StagedRow.Standing.NEW),
                count(counts, StagedRow.Standing.CHANGED),
                count(counts, StagedRow.Standing.UNCHANGED),
                ofStudents.leaving());
    }

    @Override
    public void end(Entered all) {
        posting.end(all.leaving());
    }

    private static int count(Map<StagedRow.Standing, Long> counts, StagedRow.Standing standing) {
        return counts.getOrDefault(standing, 0L).intValue();
    }

    private record OnRoll(StagedRow row) implements KeepingRoll.Entry {

        @Override
        public String number() {
            return row.anchor();
        }

        @Override
        public RollFacts wanted(@Nullable RollEntry known) {
            if (known == null && row.person() != null) {
                throw OutdatedRow.gone(row);
            }
            Violations violations = new Violations();
            RollFacts facts = StudentRow.facts(row, known, violations);
            if (!violations.found().isEmpty()) {
                throw OutdatedRow.of(row, violations.found());
            }
            return facts;
        }
    }

    private record Entry(StagedRow row, @Nullable RollEntry onRoll) implements PostingStudents.Entry {

        @Override
        public String number() {
            return row.anchor();
        }

        @Override
        public Wanted wanted(@Nullable Known known) {
            if (known == null && row.person() != null) {
                throw OutdatedRow.gone(row);
            }
            Violations violations = new Violations();
            Wanted wanted = StudentRow.wanted(row, known, onRoll, violations);
            if (!violations.found().isEmpty()) {
                throw OutdatedRow.of(row, violations.found());
            }
            return wanted;
        }
    }
}
