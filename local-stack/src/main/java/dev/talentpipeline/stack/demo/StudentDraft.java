package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.Degree;
import dev.talentpipeline.stack.client.SkillLevel;
import dev.talentpipeline.stack.client.StudentBody;
import dev.talentpipeline.stack.demo.DemoData.Label;
import dev.talentpipeline.stack.demo.DemoData.Role;
import dev.talentpipeline.stack.demo.DemoData.Track;
import dev.talentpipeline.stack.demo.DemoData.University;
import dev.talentpipeline.stack.demo.Season.Availability;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Draws one university's students. Each aims at one kind of work of their field, and their skills, occupations and
 * topics follow from that; e-mail addresses lie in a reserved domain (RFC 2606), and no telephone number begins as
 * these do.
 */
record StudentDraft(DemoData data, Season season, List<DemoInternship> internships, long seed) {

    Stream<DemoStudent> studentsOf(University university) {
        DemoOrganisation organisation = DemoOrganisations.withId(university.id());
        return IntStream.rangeClosed(1, university.students())
                .mapToObj(place -> student(university, organisation, place));
    }

    private DemoStudent student(University university, DemoOrganisation organisation, int place) {
        Draws draws = Draws.of(seed, university.id() + "/" + place);
        Degree degree = draws.oneOf(university.degrees());
        Track track = data.track(draws.oneOf(university.tracks()));
        Role aim = aim(track, degree, draws);
        Availability time = season.availability(draws);
        boolean english = draws.chance(15);
        Function<Label, String> inLanguage = english ? Label::en : Label::zh;
        Label surname = draws.oneOf(data.names().surnames());
        Label givenName = draws.oneOf(data.names().givenNames());
        String number = number(time.graduatesOn().getYear() - yearsOf(degree), place);
        StudentBody body = new StudentBody(
                english ? givenName.en() + " " + surname.en() : surname.zh() + givenName.zh(),
                email(surname, givenName, number, university),
                phone(university, place),
                english ? "en" : "zh",
                degree,
                inLanguage.apply(draws.oneOf(track.majorsFor(degree))),
                time.graduatesOn(),
                skills(track, aim, degree, draws),
                occupations(track, aim, draws),
                draws.several(track.topics(), topicCount(degree, draws)).stream()
                        .map(inLanguage)
                        .toList(),
                regions(university, track, draws),
                draws.chance(50),
                time.from(),
                time.until(),
                time.daysPerWeek(),
                minimumStipend(degree, draws),
                List.of(),
                false,
                draws.chance(97));
        return new DemoStudent(organisation, number, withChoices(body, draws));
    }

    /** Somebody with a higher degree rather aims at work that asks for it. */
    private static Role aim(Track track, Degree degree, Draws draws) {
        List<Role> open = track.rolesFor(degree);
        Role one = draws.oneOf(open);
        Role other = draws.oneOf(open);
        return one.minimumDegree().compareTo(other.minimumDegree()) >= 0 ? one : other;
    }

    private static int yearsOf(Degree degree) {
        return switch (degree) {
            case ASSOCIATE, MASTER -> 3;
            case BACHELOR, DOCTORATE -> 4;
        };
    }

    private static String number(int enrolled, int place) {
        return String.format(Locale.ROOT, "%d%05d", enrolled, place);
    }

    private static String email(Label surname, Label givenName, String number, University university) {
        String name = (givenName.en() + "." + surname.en()).toLowerCase(Locale.ROOT);
        return name + "." + number.substring(4) + "@" + university.id() + ".example.com";
    }

    private String phone(University university, int place) {
        int index = data.members().universities().indexOf(university);
        return String.format(Locale.ROOT, "+86 000 %04d %04d", index, place);
    }

    private List<SkillLevel> skills(Track track, Role aim, Degree degree, Draws draws) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (String skill : aim.required()) {
            if (draws.chance(92)) {
                levels.put(skill, Math.min(5, level(degree, draws) + 1));
            }
        }
        learn(levels, aim.preferred(), 60, degree, draws);
        learn(levels, track.foundation(), 80, degree, draws);
        for (Role role : track.roles()) {
            learn(levels, role.required(), 55, degree, draws);
        }
        Track aside = draws.oneOf(data.tracks());
        learn(levels, aside.foundation(), 35, degree, draws);
        learn(levels, draws.oneOf(aside.roles()).required(), 50, degree, draws);
        return levels.entrySet().stream()
                .map(entry -> new SkillLevel(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void learn(
            Map<String, Integer> levels, List<String> skills, int percent, Degree degree, Draws draws) {
        for (String skill : skills) {
            if (draws.chance(percent)) {
                levels.putIfAbsent(skill, level(degree, draws));
            }
        }
    }

    private static int level(Degree degree, Draws draws) {
        return switch (degree) {
            case ASSOCIATE -> draws.between(1, 3);
            case BACHELOR, MASTER -> draws.between(2, 4);
            case DOCTORATE -> draws.between(3, 5);
        };
    }

    private static List<String> occupations(Track track, Role aim, Draws draws) {
        Set<String> occupations = new LinkedHashSet<>();
        occupations.add(aim.occupation());
        if (draws.chance(40)) {
            occupations.add(draws.oneOf(track.roles()).occupation());
        }
        return List.copyOf(occupations);
    }

    private static int topicCount(Degree degree, Draws draws) {
        return switch (degree) {
            case ASSOCIATE -> 0;
            case BACHELOR -> draws.between(0, 1);
            case MASTER -> draws.between(1, 2);
            case DOCTORATE -> draws.between(2, 3);
        };
    }

    /** One in four goes anywhere; the others stay near, go where their field is at home, or to a few other places. */
    private List<String> regions(University university, Track track, Draws draws) {
        if (draws.chance(25)) {
            return List.of();
        }
        Set<String> regions = new LinkedHashSet<>();
        regions.add(university.region());
        regions.addAll(draws.several(data.regionsOf(track), 2));
        regions.addAll(draws.several(data.regions(), draws.between(1, 3)));
        return List.copyOf(regions);
    }

    private static int minimumStipend(Degree degree, Draws draws) {
        return 100
                * switch (degree) {
                    case ASSOCIATE -> draws.between(15, 30);
                    case BACHELOR -> draws.between(20, 40);
                    case MASTER -> draws.between(30, 55);
                    case DOCTORATE -> draws.between(40, 65);
                };
    }

    /**
     * Four in ten students have chosen: up to five internships of an occupation they want, at a time and place that
     * suits. They look neither at required skills nor at majors, so some have chosen what they cannot get, as in life.
     */
    private StudentBody withChoices(StudentBody student, Draws draws) {
        if (!draws.chance(40)) {
            return student;
        }
        List<String> suitable = internships.stream()
                .filter(internship -> suits(student, internship))
                .map(DemoInternship::reference)
                .toList();
        return student.withPreferences(draws.several(suitable, draws.between(2, 5)));
    }

    private static boolean suits(StudentBody student, DemoInternship internship) {
        var opening = internship.body();
        boolean reachable = student.regions().isEmpty()
                || (opening.region() != null && student.regions().contains(opening.region()))
                || (student.remote() && opening.remote());
        return reachable
                && student.occupations().contains(opening.occupation())
                && opening.minimumDegree().compareTo(student.degree()) <= 0
                && !opening.startsOn().isBefore(student.availableFrom())
                && !opening.endsBefore().isAfter(student.availableUntil().plusDays(1))
                && opening.daysPerWeek() <= student.daysPerWeek();
    }
}
