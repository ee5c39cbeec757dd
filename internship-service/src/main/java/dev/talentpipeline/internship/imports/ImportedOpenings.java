package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.catalogue.Degree;
import dev.talentpipeline.internship.imports.Column.Shape;
import dev.talentpipeline.internship.internship.Internship;
import dev.talentpipeline.internship.internship.Opening;
import dev.talentpipeline.internship.internship.PostingInternship;
import dev.talentpipeline.internship.programme.Programme;
import dev.talentpipeline.internship.refusal.Refusal.Violation;
import dev.talentpipeline.internship.refusal.RefusedException;
import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.ChinaTime;
import dev.talentpipeline.internship.resource.Handle;
import dev.talentpipeline.kit.security.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Openings as rows, each posted as if by itself. One that a row does not change is not touched, even if it was withdrawn. What a file does
 * not say of a new one takes the defaults of the API.
 */
final class ImportedOpenings implements RowKind {

    private static final List<Column> COLUMNS = List.of(
            Column.anchor("reference", "岗位编号", "Reference", "编号", "职位编号", "job id", "ref"),
            Column.of("title", Shape.TEXT, "岗位名称", "Title", "职位名称", "职位", "岗位", "job title"),
            Column.of("description", Shape.TEXT, "岗位描述", "Description", "岗位职责", "职位描述"),
            Column.of("occupation", Shape.OCCUPATION, "职业", "Occupation", "职业类别"),
            Column.of("region", Shape.REGION, "工作地区", "Region", "工作地点", "地区", "城市", "location"),
            Column.of("remote", Shape.YES_NO, "可远程", "Remote", "远程"),
            Column.of("startsOn", Shape.DATE, "开始日期", "Starts on", "入职日期", "start date"),
            Column.of("weeks", Shape.WHOLE, "周数", "Weeks", "实习周数", "duration in weeks"),
            Column.of("daysPerWeek", Shape.WHOLE, "每周天数", "Days per week", "每周到岗天数", "days a week"),
            Column.of("stipend", Shape.WHOLE, "月补贴", "Stipend", "补贴", "薪资", "月薪", "salary"),
            Column.of("seats", Shape.WHOLE, "名额", "Seats", "招聘人数", "人数", "positions"),
            Column.of("minimumDegree", Shape.DEGREE, "最低学历", "Minimum degree", "学历要求", "学历", "degree"),
            Column.of("majors", Shape.TEXTS, "专业要求", "Majors", "专业", "major"),
            Column.of("requiredSkills", Shape.LEVELLED_SKILLS, "必备技能", "Required skills", "技能要求", "技能", "skills"),
            Column.of("preferredSkills", Shape.SKILLS, "加分技能", "Preferred skills", "优先技能"),
            Column.of("researchTopics", Shape.TEXTS, "研究方向", "Research topics", "研究课题"),
            Column.of("applyBy", Shape.DATE, "截止日期", "Apply by", "申请截止日期", "deadline"));

    private final PostingInternship posting;

    ImportedOpenings(PostingInternship posting) {
        this.posting = posting;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.OPENINGS;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public String organisation(Caller caller, Programme programme) {
        return posting.company(caller, programme);
    }

    @Override
    public List<Foreseen> foresee(Caller caller, Programme programme, String company, List<StagedRow> rows) {
        return rows.stream().map(row -> foresee(caller, programme, row)).toList();
    }

    private Foreseen foresee(Caller caller, Programme programme, StagedRow row) {
        Violations violations = new Violations();
        checkReference(row, violations);
        Opening before = violations.found().isEmpty() ? before(caller, programme, row) : null;
        Opening opening = opening(row, before, violations);
        if (!violations.found().isEmpty()) {
            return Foreseen.bad(violations.found());
        }
        try {
            posting.check(programme, opening);
        } catch (RefusedException refused) {
            List<Violation> found = Faults.violations(refused.refusal(), "reference");
            return Foreseen.bad(found);
        }
        StagedRow.Standing standing = before == null
                ? StagedRow.Standing.NEW
                : opening.equals(before) ? StagedRow.Standing.UNCHANGED : StagedRow.Standing.CHANGED;
        return new Foreseen(standing, null, List.of(), List.of(), false);
    }

    private static void checkReference(StagedRow row, Violations violations) {
        violations.matching("reference", row.anchor(), Handle.SHAPE, Handle.REMEDY);
        if (Violations.id(row.anchor()) != null) {
            violations.add("reference", row.anchor(), "Give your own reference; this has the shape of an id.");
        }
    }

    private @Nullable Opening before(Caller caller, Programme programme, StagedRow row) {
        Optional<Internship> own = posting.own(caller, programme, row.anchor());
        return own.map(Internship::opening).orElse(null);
    }

    @Override
    public void begin(Programme programme, String company) {
        // Each opening keeps to the quota by itself.
    }

    @Override
    public Entered enter(Caller caller, Programme programme, String company, List<StagedRow> rows) {
        Entered entered = Entered.NOTHING;
        for (StagedRow row : rows) {
            entered = entered.and(enter(caller, programme, row));
        }
        return entered;
    }

    private Entered enter(Caller caller, Programme programme, StagedRow row) {
        Violations violations = new Violations();
        Opening before = before(caller, programme, row);
        Opening opening = opening(row, before, violations);
        if (!violations.found().isEmpty()) {
            throw OutdatedRow.of(row, violations.found());
        }
        if (opening.equals(before)) {
            return new Entered(0, 0, 1);
        }
        try {
            return posting.post(caller, programme.id(), row.anchor(), opening).created()
                    ? new Entered(1, 0, 0)
                    : new Entered(0, 1, 0);
        } catch (RefusedException refused) {
            throw OutdatedRow.of(row, refused.refusal());
        }
    }

    private static Opening opening(StagedRow row, @Nullable Opening known, Violations violations) {
        Values values = new Values(row.values());
        Opening before = known == null ? NOTHING : known;
        boolean isNew = known == null;
        String region = violations.optionalRegion("region", values.text("region", before.region()));
        boolean remote = values.yes("remote", before.remote());
        if (region == null && !remote) {
            violations.add("region", null, "Give a region such as CN-BJ, or make it remote.");
        }
        return new Opening(
                violations.text("title", values.text("title", isNew ? null : before.title()), 200),
                violations.optionalText("description", values.text("description", before.description()), 10_000),
                occupation(values.text("occupation", isNew ? null : before.occupation()), violations),
                region,
                remote,
                violations.date(
                        "startsOn",
                        values.text("startsOn", isNew ? null : before.startsOn().toString())),
                violations.within("weeks", values.whole("weeks", isNew ? null : before.weeks()), 1, 156, null),
                violations.within("daysPerWeek", values.whole("daysPerWeek", before.daysPerWeek()), 1, 7, 5),
                violations.within("stipend", values.whole("stipend", before.stipend()), 0, 1_000_000, 0),
                violations.within("seats", values.whole("seats", before.seats()), 1, 10_000, 1),
                violations.oneOf(
                        "minimumDegree",
                        values.text("minimumDegree", before.minimumDegree().name()),
                        Degree.class,
                        Degree.ASSOCIATE),
                violations.texts("majors", values.texts("majors", before.majors()), 100, 100),
                violations.items("requiredSkills", values.skills("requiredSkills", before.requiredSkills()), 100),
                violations.texts("preferredSkills", values.texts("preferredSkills", before.preferredSkills()), 100, 64),
                violations.texts("researchTopics", values.texts("researchTopics", before.researchTopics()), 20, 100),
                before.preferences(),
                before.onlyThese(),
                before.excluded(),
                applyBy(values, before.applyBy(), violations));
    }

    private static String occupation(@Nullable String occupation, Violations violations) {
        if (occupation == null) {
            violations.add("occupation", null, "Give an occupation of the catalogue, such as ai-engineer.");
            return "";
        }
        return violations.text("occupation", occupation, 64);
    }

    /** A day of the file is the last on which it can be applied for; one that is the same day as before stays the instant that it was. */
    private static @Nullable Instant applyBy(Values values, @Nullable Instant before, Violations violations) {
        String day = values.text(
                "applyBy", before == null ? null : ChinaTime.dateOf(before).toString());
        LocalDate last = violations.optionalDate("applyBy", day);
        if (last == null) {
            return null;
        }
        return before != null && ChinaTime.dateOf(before).equals(last) ? before : ChinaTime.startOf(last);
    }

    /** What is known of a new opening; the first of it is only here to be replaced. */
    private static final Opening NOTHING = new Opening(
            "",
            null,
            "",
            null,
            false,
            LocalDate.EPOCH,
            1,
            5,
            0,
            1,
            Degree.ASSOCIATE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            List.of(),
            null);
}
