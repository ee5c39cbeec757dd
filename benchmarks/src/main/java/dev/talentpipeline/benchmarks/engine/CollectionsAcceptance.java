package dev.talentpipeline.benchmarks.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** The same algorithm as anybody would write it first: {@code HashMap} and {@code PriorityQueue}. The yardstick for flat arrays. */
final class CollectionsAcceptance {

    private final Map<Integer, List<Integer>> preferences = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> places = new HashMap<>();
    private final Map<Integer, Integer> seats = new HashMap<>();

    private record Applicant(int student, int place) {}

    CollectionsAcceptance(ListedMarket market) {
        for (int internship = 0; internship < market.internships; internship++) {
            seats.put(internship, market.seats[internship]);
        }
        for (int student = 0; student < market.students; student++) {
            List<Integer> list = new ArrayList<>();
            for (int pair = market.start[student]; pair < market.start[student + 1]; pair++) {
                list.add(market.choice[pair]);
                places.computeIfAbsent(market.choice[pair], _ -> new HashMap<>())
                        .put(student, market.place[pair]);
            }
            preferences.put(student, list);
        }
    }

    Map<Integer, Integer> match() {
        Comparator<Applicant> worstFirst = Comparator.comparingInt(Applicant::place)
                .thenComparingInt(Applicant::student)
                .reversed();
        Map<Integer, PriorityQueue<Applicant>> kept = new HashMap<>();
        Map<Integer, Integer> next = new HashMap<>();
        Deque<Integer> free = new ArrayDeque<>(preferences.keySet());
        while (!free.isEmpty()) {
            int student = free.poll();
            List<Integer> list = preferences.getOrDefault(student, List.of());
            int at = next.merge(student, 1, Integer::sum) - 1;
            if (at == list.size()) {
                continue;
            }
            int internship = list.get(at);
            PriorityQueue<Applicant> queue = kept.computeIfAbsent(internship, _ -> new PriorityQueue<>(worstFirst));
            int place = places.getOrDefault(internship, Map.of()).getOrDefault(student, 0);
            queue.add(new Applicant(student, place));
            if (queue.size() > seats.getOrDefault(internship, 0)) {
                free.push(queue.remove().student());
            }
        }
        Map<Integer, Integer> matching = new HashMap<>();
        kept.forEach((internship, queue) -> queue.forEach(applicant -> matching.put(applicant.student(), internship)));
        return matching;
    }
}
