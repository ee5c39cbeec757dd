package dev.talentpipeline.matching.simulation;

import java.util.List;

/**
 * A market given by the lists of both sides. Ids are unique on each side, lists name nobody twice and nobody unknown.
 */
public record SimulatedMarket(List<Participant> students, List<Opening> internships) {

    /** A student, or whoever takes a student's place. */
    public record Participant(String id, List<String> preferences) {}

    public record Opening(String id, int seats, List<String> preferences) {}

    public SimulatedMarket {
        students = List.copyOf(students);
        internships = List.copyOf(internships);
    }

    /** How many choices the lists of both sides hold together. */
    public long choices() {
        return students.stream()
                        .mapToLong(student -> student.preferences().size())
                        .sum()
                + internships.stream()
                        .mapToLong(internship -> internship.preferences().size())
                        .sum();
    }
}
