package dev.talentpipeline.stack.demo;

import dev.talentpipeline.stack.client.InternshipBody;
import dev.talentpipeline.stack.client.SkillLevel;
import dev.talentpipeline.stack.client.StudentBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A plain reading of the platform's rules, to see whether the demo market is worth showing: who may meet whom, and how
 * many a student-proposing deferred acceptance places. Both sides rank by preferred skills alone, students their own
 * choices first.
 */
final class ExpectedPlacements {

    private ExpectedPlacements() {}

    /** Numbers of the placed students, by internship reference. */
    static Map<String, List<DemoStudent>> of(DemoMarket market) {
        Map<DemoStudent, Deque<DemoInternship>> lists = new HashMap<>();
        for (DemoStudent student : market.students()) {
            lists.put(student, list(student, market.internships()));
        }
        Map<String, List<DemoStudent>> placed = new HashMap<>();
        Deque<DemoStudent> free = new ArrayDeque<>(market.students());
        while (!free.isEmpty()) {
            DemoStudent student = free.pop();
            DemoInternship next = lists.get(student).poll();
            if (next == null) {
                continue;
            }
            List<DemoStudent> admitted = placed.computeIfAbsent(next.reference(), reference -> new ArrayList<>());
            admitted.add(student);
            if (admitted.size() > next.body().seats()) {
                DemoStudent last = admitted.stream()
                        .min(Comparator.comparingInt((DemoStudent one) -> fit(one.body(), next.body()))
                                .thenComparing(DemoStudent::number))
                        .orElseThrow();
                admitted.remove(last);
                free.push(last);
            }
        }
        return placed;
    }

    static boolean eligible(StudentBody student, InternshipBody internship) {
        return student.consent()
                && student.degree().compareTo(internship.minimumDegree()) >= 0
                && (internship.majors().isEmpty() || internship.majors().contains(student.major()))
                && internship.requiredSkills().stream().allMatch(required -> has(student, required))
                && reachable(student, internship)
                && !internship.startsOn().isBefore(student.availableFrom())
                && !internship.endsBefore().minusDays(1).isAfter(student.availableUntil())
                && internship.daysPerWeek() <= student.daysPerWeek()
                && internship.stipend() >= student.minimumStipend();
    }

    private static boolean has(StudentBody student, SkillLevel required) {
        return student.skills().stream()
                .anyMatch(skill -> skill.id().equals(required.id()) && skill.level() >= required.level());
    }

    private static boolean reachable(StudentBody student, InternshipBody internship) {
        if (student.remote() && internship.remote()) {
            return true;
        }
        return internship.region() != null
                && (student.regions().isEmpty() || student.regions().contains(internship.region()));
    }

    private static Deque<DemoInternship> list(DemoStudent student, List<DemoInternship> internships) {
        List<String> choices = student.body().preferences();
        Set<String> chosen = new HashSet<>(choices);
        return new ArrayDeque<>(internships.stream()
                .filter(internship -> eligible(student.body(), internship.body()))
                .sorted(Comparator.comparingInt((DemoInternship internship) -> chosen.contains(internship.reference())
                                ? choices.indexOf(internship.reference())
                                : choices.size())
                        .thenComparing(internship -> -fit(student.body(), internship.body())))
                .toList());
    }

    private static int fit(StudentBody student, InternshipBody internship) {
        return (int) student.skills().stream()
                .filter(skill -> internship.preferredSkills().contains(skill.id()))
                .count();
    }
}
