package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.Degree;
import dev.talentpipeline.stack.client.SkillLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What the demo market is drawn from: fields of work, members and names, kept as JSON beside this class. */
record DemoData(List<Track> tracks, Members members, Names names) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** The same thing said in English and in Chinese. */
    record Label(String en, String zh) {}

    /**
     * A field of work with the majors that lead to it.
     *
     * @param collegeMajors majors of associate degrees
     * @param foundation skills that most people of the field have
     */
    record Track(
            String id,
            List<Label> majors,
            List<Label> collegeMajors,
            List<String> foundation,
            List<Label> topics,
            List<Role> roles) {

        /** The roles that a degree is enough for. */
        List<Role> rolesFor(Degree degree) {
            return roles.stream()
                    .filter(role -> role.minimumDegree().compareTo(degree) <= 0)
                    .toList();
        }

        List<Label> majorsFor(Degree degree) {
            return degree == Degree.ASSOCIATE ? collegeMajors : majors;
        }
    }

    /** A kind of work within a field. */
    record Role(
            String en,
            String zh,
            String occupation,
            Degree minimumDegree,
            List<String> required,
            List<String> preferred,
            String tasksEn,
            String tasksZh) {

        /** The levels asked for rise with the degree. */
        List<SkillLevel> requirements(Draws draws) {
            return required.stream()
                    .map(skill -> new SkillLevel(skill, leastLevel(draws)))
                    .toList();
        }

        private int leastLevel(Draws draws) {
            return switch (minimumDegree) {
                case ASSOCIATE -> draws.between(1, 2);
                case BACHELOR -> 2;
                case MASTER, DOCTORATE -> draws.between(2, 3);
            };
        }
    }

    record Members(List<Company> companies, List<University> universities) {}

    /** A company's fields, its own first, and the regions where it works. */
    record Company(String id, List<String> tracks, List<String> regions, int openings) {}

    /** A university; degrees and tracks are drawn from evenly, so what is named twice is twice as frequent. */
    record University(String id, String region, int students, List<Degree> degrees, List<String> tracks) {}

    record Names(List<Label> surnames, List<Label> givenNames) {}

    static DemoData read() {
        return new DemoData(
                List.of(read("tracks.json", Track[].class)),
                read("members.json", Members.class),
                read("names.json", Names.class));
    }

    Track track(String id) {
        return tracks.stream()
                .filter(track -> track.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Regions in which anybody of the demo works or studies. */
    List<String> regions() {
        return Stream.concat(
                        members.companies().stream().flatMap(company -> company.regions().stream()),
                        members.universities().stream().map(University::region))
                .distinct()
                .toList();
    }

    /** Regions of the companies that work in a field. */
    List<String> regionsOf(Track track) {
        return members.companies().stream()
                .filter(company -> company.tracks().contains(track.id()))
                .flatMap(company -> company.regions().stream())
                .distinct()
                .toList();
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream resource = DemoData.class.getResourceAsStream(name)) {
            return JSON.readValue(Objects.requireNonNull(resource, name), type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
