package dev.talentpipeline.matching.simulation.web;

import dev.talentpipeline.kit.problem.Problem;
import dev.talentpipeline.kit.problem.ProblemException;
import dev.talentpipeline.matching.simulation.SimulatedMarket;
import dev.talentpipeline.matching.simulation.Simulating.Optimality;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A market as it is sent. Nothing is silently mended: what contradicts itself is refused by field and value. */
record SimulationBody(
        @Nullable String optimality,
        @Nullable List<@Nullable StudentBody> students,
        @Nullable List<@Nullable InternshipBody> internships) {

    record StudentBody(@Nullable String id, @Nullable List<@Nullable String> preferences) {}

    record InternshipBody(
            @Nullable String id,
            @Nullable Integer seats,
            @Nullable List<@Nullable String> preferences) {}

    Optimality wanted() {
        if (optimality == null) {
            return Optimality.STUDENT;
        }
        for (Optimality known : Optimality.values()) {
            if (known.name().equals(optimality)) {
                return known;
            }
        }
        throw refused("optimality", optimality, "Send STUDENT or INTERNSHIP.");
    }

    /**
     * The market of this body.
     *
     * @throws ProblemException if it contradicts itself, or is larger than the limits allow
     */
    SimulatedMarket market(SimulationLimits limits) {
        List<@Nullable StudentBody> someStudents = present("students", students);
        List<@Nullable InternshipBody> someInternships = present("internships", internships);
        requireAtMost("students", someStudents.size(), limits.studentsMax());
        requireAtMost("internships", someInternships.size(), limits.internshipsMax());
        Set<String> studentIds = new HashSet<>();
        Set<String> internshipIds = new HashSet<>();
        for (int at = 0; at < someStudents.size(); at++) {
            StudentBody student = present("students[" + at + "]", someStudents.get(at));
            addId("students[" + at + "].id", student.id(), studentIds);
        }
        for (int at = 0; at < someInternships.size(); at++) {
            InternshipBody internship = present("internships[" + at + "]", someInternships.get(at));
            addId("internships[" + at + "].id", internship.id(), internshipIds);
        }
        SimulatedMarket market =
                new SimulatedMarket(participants(someStudents, internshipIds), openings(someInternships, studentIds));
        requireAtMost("preferences", market.choices(), limits.choicesMax());
        return market;
    }

    private static List<SimulatedMarket.Participant> participants(
            List<@Nullable StudentBody> bodies, Set<String> internshipIds) {
        List<SimulatedMarket.Participant> participants = new ArrayList<>();
        for (int at = 0; at < bodies.size(); at++) {
            String path = "students[" + at + "]";
            StudentBody body = present(path, bodies.get(at));
            participants.add(new SimulatedMarket.Participant(
                    present(path + ".id", body.id()),
                    choices(path + ".preferences", body.preferences(), internshipIds, "internships")));
        }
        return participants;
    }

    private static List<SimulatedMarket.Opening> openings(
            List<@Nullable InternshipBody> bodies, Set<String> studentIds) {
        List<SimulatedMarket.Opening> openings = new ArrayList<>();
        for (int at = 0; at < bodies.size(); at++) {
            String path = "internships[" + at + "]";
            InternshipBody body = present(path, bodies.get(at));
            Integer seats = present(path + ".seats", body.seats());
            if (seats <= 0) {
                throw refused(path + ".seats", seats, "Send a positive number, or leave the internship out.");
            }
            openings.add(new SimulatedMarket.Opening(
                    present(path + ".id", body.id()),
                    seats,
                    choices(path + ".preferences", body.preferences(), studentIds, "students")));
        }
        return openings;
    }

    private static List<String> choices(
            String path, @Nullable List<@Nullable String> list, Set<String> known, String side) {
        List<@Nullable String> given = list == null ? List.of() : list;
        Set<String> seen = new HashSet<>();
        List<String> choices = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            String entry = path + "[" + at + "]";
            String id = present(entry, given.get(at));
            if (!known.contains(id)) {
                throw refused(entry, id, "Name only ids that stand in " + side + ".");
            }
            if (!seen.add(id)) {
                throw refused(entry, id, "Name everyone once.");
            }
            choices.add(id);
        }
        return choices;
    }

    private static void addId(String path, @Nullable String id, Set<String> ids) {
        String present = present(path, id);
        if (present.isBlank()) {
            throw refused(path, id, "Send an id that is not blank.");
        }
        if (!ids.add(present)) {
            throw refused(path, id, "Give every member an id of its own.");
        }
    }

    private static <T> T present(String path, @Nullable T value) {
        if (value == null) {
            throw refused(path, null, "Send a value; it is required.");
        }
        return value;
    }

    private static ProblemException refused(String path, @Nullable Object value, String remedy) {
        return Problem.of(HttpStatus.BAD_REQUEST, "invalid-fields", path + " (" + value + ") is not allowed.")
                .field(path)
                .value(value)
                .remedy(remedy)
                .asException();
    }

    private static void requireAtMost(String field, long size, long most) {
        if (size > most) {
            throw Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "market-too-large",
                            "A simulated market may have at most %d %s.".formatted(most, field))
                    .field(field)
                    .value(size)
                    .remedy("Send a smaller market, or have operations raise the limit.")
                    .asException();
        }
    }
}
