package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.InternshipBody;
import dev.talentpipeline.stack.demo.DemoData.Company;
import dev.talentpipeline.stack.demo.DemoData.Label;
import dev.talentpipeline.stack.demo.DemoData.Role;
import dev.talentpipeline.stack.demo.DemoData.Track;
import dev.talentpipeline.stack.demo.Season.Stay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws one company's internships: what the work is decides degree, skills, majors and pay. */
record InternshipDraft(DemoData data, Season season, long seed) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    Stream<DemoInternship> internshipsOf(Company company) {
        DemoOrganisation organisation = DemoOrganisations.withId(company.id());
        return IntStream.rangeClosed(1, company.openings())
                .mapToObj(number -> internship(company, organisation, number));
    }

    private DemoInternship internship(Company company, DemoOrganisation organisation, int number) {
        String reference = reference(company, number);
        Draws draws = Draws.of(seed, reference);
        Track track = data.track(draws.chance(80) ? company.tracks().getFirst() : draws.oneOf(company.tracks()));
        // Each role in turn, so that every kind of work occurs however few openings there are.
        Role role = track.roles().get(number % track.roles().size());
        return new DemoInternship(organisation, reference, body(company, organisation, track, role, draws));
    }

    private static String reference(Company company, int number) {
        String name = company.id().split("-", -1)[1].toUpperCase(Locale.ROOT);
        return String.format(Locale.ROOT, "%s-%03d", name, number);
    }

    private InternshipBody body(Company company, DemoOrganisation organisation, Track track, Role role, Draws draws) {
        Stay stay = season.stay(draws);
        boolean remote = draws.chance(25);
        @Nullable String region = remote && draws.chance(25) ? null : draws.oneOf(company.regions());
        List<Label> topics = draws.several(track.topics(), draws.between(0, 2));
        int language = draws.between(1, 10);
        return new InternshipBody(
                title(role, language),
                description(organisation, role, topics, language),
                role.occupation(),
                region,
                remote,
                stay.startsOn(),
                stay.weeks(),
                stay.daysPerWeek(),
                stipend(role, draws),
                seats(draws),
                role.minimumDegree(),
                draws.chance(30) ? majors(track, role) : List.of(),
                role.requirements(draws),
                role.preferred(),
                topics.stream()
                        .map(topic -> draws.chance(70) ? topic.zh() : topic.en())
                        .toList(),
                List.of(),
                false,
                List.of(),
                draws.chance(30) ? threeWeeksBefore(stay) : null);
    }

    /** All speak both languages, so that whoever looks can read it; one in ten puts English first. */
    private static String title(Role role, int language) {
        String zh = role.zh() + "实习生";
        String en = role.en() + " intern";
        return inLanguage(language, zh, " · ", en);
    }

    private static String description(DemoOrganisation company, Role role, List<Label> topics, int language) {
        String zh = company.nameZh() + "：" + role.tasksZh() + "配备导师，每周交流。";
        String en = company.nameEn() + ": " + role.tasksEn() + " A mentor meets you every week.";
        if (!topics.isEmpty()) {
            zh += "可结合毕业论文选题：" + String.join("；", each(topics, Label::zh)) + "。";
            en += " The thesis may be written on " + String.join(", or ", each(topics, Label::en)) + ".";
        }
        return inLanguage(language, zh, "\n", en);
    }

    private static List<String> each(List<Label> labels, Function<Label, String> inLanguage) {
        return labels.stream().map(inLanguage).toList();
    }

    private static String inLanguage(int language, String zh, String between, String en) {
        return language <= 9 ? zh + between + en : en + between + zh;
    }

    private static List<String> majors(Track track, Role role) {
        Stream<Label> majors = switch (role.minimumDegree()) {
            case ASSOCIATE -> Stream.concat(track.majors().stream(), track.collegeMajors().stream());
            case BACHELOR, MASTER, DOCTORATE -> track.majors().stream();
        };
        return majors.flatMap(major -> Stream.of(major.zh(), major.en())).toList();
    }

    private static int stipend(Role role, Draws draws) {
        return 100
                * switch (role.minimumDegree()) {
                    case ASSOCIATE -> draws.between(25, 45);
                    case BACHELOR -> draws.between(35, 65);
                    case MASTER, DOCTORATE -> draws.between(55, 95);
                };
    }

    private static int seats(Draws draws) {
        return draws.oneOf(List.of(1, 2, 3, 3, 3, 4, 4, 4, 5, 5));
    }

    private static Instant threeWeeksBefore(Stay stay) {
        return stay.startsOn().minusWeeks(3).atStartOfDay(SHANGHAI).toInstant();
    }
}
