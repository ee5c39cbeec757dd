package dev.talentpipeline.matching.clearing;

import dev.talentpipeline.matching.preference.PreferenceTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A market of lists given on both sides, by name; for instances from the literature and for random ones. */
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

    /** A market in which everybody lists a random part of the other side; small enough to try every matching. */
    static ListMarket random(Random random) {
        ListMarket market = new ListMarket();
        int students = 2 + random.nextInt(4);
        int internships = 2 + random.nextInt(3);
        for (int s = 0; s < students; s++) {
            market.student("s" + s, someOf("i", internships, random));
        }
        for (int i = 0; i < internships; i++) {
            market.internship(
                    "i" + i, random.nextInt(6) == 0 ? 0 : 1 + random.nextInt(5) / 3, someOf("s", students, random));
        }
        return market;
    }

    private static String[] someOf(String prefix, int size, Random random) {
        List<String> all = new ArrayList<>();
        for (int member = 0; member < size; member++) {
            all.add(prefix + member);
        }
        Collections.shuffle(all, random);
        return all.subList(0, random.nextInt(5) == 0 ? random.nextInt(size + 1) : size)
                .toArray(String[]::new);
    }

    PreferenceTable table() {
        return PreferenceTable.ofLists(indexes(students, internships), indexes(internships, students));
    }

    int[] freeSeats() {
        return seats.values().stream().mapToInt(Integer::intValue).toArray();
    }

    Map<String, String> studentOptimal() {
        return named(DeferredAcceptance.studentOptimal(table(), freeSeats()));
    }

    Map<String, String> internshipOptimal() {
        return named(DeferredAcceptance.internshipOptimal(table(), freeSeats()));
    }

    Map<String, String> named(Matching matching) {
        List<String> who = List.copyOf(students.keySet());
        List<String> where = List.copyOf(internships.keySet());
        Map<String, String> named = new TreeMap<>();
        for (int pair = 0; pair < matching.size(); pair++) {
            named.put(who.get(matching.studentAt(pair)), where.get(matching.internshipAt(pair)));
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

    /** Where in the student's list the given internship stands; past the end for none. */
    int rank(String student, Map<String, String> matching) {
        List<String> list = students.getOrDefault(student, List.of());
        String got = matching.get(student);
        return got == null ? list.size() : list.indexOf(got);
    }

    List<String> studentNames() {
        return List.copyOf(students.keySet());
    }

    @Override
    public String toString() {
        return students + " " + internships + " " + seats;
    }

    private static List<int[]> indexes(Map<String, List<String>> lists, Map<String, List<String>> others) {
        List<String> order = List.copyOf(others.keySet());
        return lists.values().stream()
                .map(list -> list.stream().mapToInt(order::indexOf).toArray())
                .toList();
    }
}
