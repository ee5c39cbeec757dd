package dev.talentpipeline.matching.engine.assignment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A market of lists given on both sides, by name; for instances from the literature. */
final class ListMarket {

    private final Map<String, List<String>> students = new LinkedHashMap<>();
    private final Map<String, List<String>> internships = new LinkedHashMap<>();
    private final Map<String, Integer> seats = new LinkedHashMap<>();

    ListMarket student(String id, String... preferences) {
        students.put(id, List.of(preferences));
        return this;
    }

    ListMarket internship(String id, int free, String... preferences) {
        internships.put(id, List.of(preferences));
        seats.put(id, free);
        return this;
    }

    private ListedPairs pairs() {
        return ListedPairs.mutual(indexes(students, internships), indexes(internships, students));
    }

    private int[] freeSeats() {
        return seats.values().stream().mapToInt(Integer::intValue).toArray();
    }

    Map<String, String> studentOptimal() {
        return named(ListedAcceptance.studentOptimal(pairs(), freeSeats()));
    }

    Map<String, String> internshipOptimal() {
        return named(ListedAcceptance.internshipOptimal(pairs(), freeSeats()));
    }

    private Map<String, String> named(int[] matching) {
        List<String> who = List.copyOf(students.keySet());
        List<String> where = List.copyOf(internships.keySet());
        Map<String, String> named = new TreeMap<>();
        for (int student = 0; student < matching.length; student++) {
            if (matching[student] != ListedAcceptance.NOTHING) {
                named.put(who.get(student), where.get(matching[student]));
            }
        }
        return named;
    }

    /** Every stable matching, found by trying all matchings against the definition; knows nothing of tables and indexes. */
    List<Map<String, String>> allStable() {
        List<Map<String, String>> found = new ArrayList<>();
        extend(new TreeMap<>(), List.copyOf(students.keySet()), 0, found);
        return found;
    }

    private void extend(Map<String, String> matching, List<String> order, int next, List<Map<String, String>> found) {
        if (next == order.size()) {
            if (stable(matching)) {
                found.add(new TreeMap<>(matching));
            }
            return;
        }
        extend(matching, order, next + 1, found);
        String student = order.get(next);
        for (String internship : students.getOrDefault(student, List.of())) {
            if (acceptable(student, internship) && holders(matching, internship).size() < seatsOf(internship)) {
                matching.put(student, internship);
                extend(matching, order, next + 1, found);
                matching.remove(student);
            }
        }
    }

    boolean stable(Map<String, String> matching) {
        for (String student : students.keySet()) {
            for (String internship : internships.keySet()) {
                if (blocks(student, internship, matching)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean blocks(String student, String internship, Map<String, String> matching) {
        if (!acceptable(student, internship) || internship.equals(matching.get(student))) {
            return false;
        }
        List<String> list = students.getOrDefault(student, List.of());
        String got = matching.get(student);
        if (got != null && list.indexOf(got) < list.indexOf(internship)) {
            return false;
        }
        List<String> holders = holders(matching, internship);
        List<String> regard = internships.getOrDefault(internship, List.of());
        return holders.size() < seatsOf(internship)
                || holders.stream().anyMatch(holder -> regard.indexOf(holder) > regard.indexOf(student));
    }

    private boolean acceptable(String student, String internship) {
        return students.getOrDefault(student, List.of()).contains(internship)
                && internships.getOrDefault(internship, List.of()).contains(student);
    }

    private int seatsOf(String internship) {
        return seats.getOrDefault(internship, 0);
    }

    private static List<String> holders(Map<String, String> matching, String internship) {
        return matching.entrySet().stream()
                .filter(entry -> entry.getValue().equals(internship))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String toString() {
        return students + " " + internships + " " + seats;
    }

    private static int[][] indexes(Map<String, List<String>> lists, Map<String, List<String>> others) {
        List<String> order = List.copyOf(others.keySet());
        return lists.values().stream()
                .map(list -> list.stream().mapToInt(order::indexOf).toArray())
                .toArray(int[][]::new);
    }
}
