package dev.talentpipeline.matching.simulation;

import dev.talentpipeline.matching.engine.assignment.ListedAcceptance;
import dev.talentpipeline.matching.engine.assignment.ListedPairs;
import dev.talentpipeline.matching.engine.verification.ListedVerifier;
import dev.talentpipeline.matching.simulation.SimulatedMarket.Opening;
import dev.talentpipeline.matching.simulation.SimulatedMarket.Participant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Clears a simulated market; a pair is acceptable only if each lists the other. */
public final class Simulating {

    /** Which side's best stable matching is wanted. */
    public enum Optimality {
        STUDENT,
        INTERNSHIP
    }

    public record Placement(String student, String internship) {}

    public record Unfilled(String internship, int seats) {}

    /** The last admitted of an internship without a free seat. */
    public record LastAdmitted(String internship, String student) {}

    /**
     * What came of it, each list in the order in which the market names its members.
     *
     * @param blockingPairs what the verifier found wrong, which is to be 0
     */
    public record Outcome(
            List<Placement> placements,
            List<String> unplaced,
            List<Unfilled> unfilled,
            List<LastAdmitted> cutoffs,
            int blockingPairs) {}

    private static final int NOBODY = ListedAcceptance.NOTHING;

    private Simulating() {}

    public static Outcome run(SimulatedMarket market, Optimality optimality) {
        List<Participant> students = market.students();
        List<Opening> internships = market.internships();
        Map<String, Integer> studentIndexes = indexes(students, Participant::id);
        Map<String, Integer> internshipIndexes = indexes(internships, Opening::id);
        ListedPairs pairs = ListedPairs.mutual(
                students.stream()
                        .map(student -> indexed(student.preferences(), internshipIndexes))
                        .toArray(int[][]::new),
                internships.stream()
                        .map(internship -> indexed(internship.preferences(), studentIndexes))
                        .toArray(int[][]::new));
        int[] seats = internships.stream().mapToInt(Opening::seats).toArray();
        int[] matching = switch (optimality) {
            case STUDENT -> ListedAcceptance.studentOptimal(pairs, seats);
            case INTERNSHIP -> ListedAcceptance.internshipOptimal(pairs, seats);
        };
        return outcome(
                market, matching, ListedVerifier.verify(pairs, seats, matching).faults());
    }

    private static Outcome outcome(SimulatedMarket market, int[] got, int faults) {
        List<List<String>> admitted = new ArrayList<>();
        market.internships().forEach(_ -> admitted.add(new ArrayList<>()));
        for (int student = 0; student < got.length; student++) {
            if (got[student] != NOBODY) {
                admitted.get(got[student]).add(market.students().get(student).id());
            }
        }
        List<Placement> placements = new ArrayList<>();
        List<String> unplaced = new ArrayList<>();
        for (int student = 0; student < got.length; student++) {
            String id = market.students().get(student).id();
            if (got[student] == NOBODY) {
                unplaced.add(id);
            } else {
                placements.add(
                        new Placement(id, market.internships().get(got[student]).id()));
            }
        }
        List<Unfilled> unfilled = new ArrayList<>();
        List<LastAdmitted> cutoffs = new ArrayList<>();
        for (int internship = 0; internship < admitted.size(); internship++) {
            Opening opening = market.internships().get(internship);
            int left = opening.seats() - admitted.get(internship).size();
            if (left > 0) {
                unfilled.add(new Unfilled(opening.id(), left));
            } else {
                cutoffs.add(new LastAdmitted(opening.id(), last(opening, admitted.get(internship))));
            }
        }
        return new Outcome(placements, unplaced, unfilled, cutoffs, faults);
    }

    private static String last(Opening opening, List<String> admitted) {
        var among = new HashSet<>(admitted);
        return opening.preferences().reversed().stream()
                .filter(among::contains)
                .findFirst()
                .orElseThrow();
    }

    private static <T> Map<String, Integer> indexes(List<T> members, Function<T, String> idOf) {
        Map<String, Integer> indexes = new HashMap<>();
        for (T member : members) {
            indexes.put(idOf.apply(member), indexes.size());
        }
        return indexes;
    }

    private static int[] indexed(List<String> ids, Map<String, Integer> indexes) {
        return ids.stream()
                .mapToInt(id -> indexes.getOrDefault(id, NOBODY))
                .filter(index -> index != NOBODY)
                .toArray();
    }
}
