package dev.talentpipeline.monitoring.redrive;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What would come of sending dead letters again.
 *
 * @param found how many are meant
 * @param groups what each reader would get
 * @param refused how many are not sent, by why
 */
public record Plan(int found, List<OfGroup> groups, Map<Verdict, Integer> refused) {

    private static final String TELLS_PEOPLE = "notification-service";
    /** Of what notices are about. */
    private static final Set<String> TOLD = Set.of("offers", "placements", "meetings", "internships", "imports");

    /**
     * What one reader would get.
     *
     * @param events how many
     * @param dropped how many of them it will drop as older or held
     * @param unreadable how many of them nobody could read so far
     * @param mail of how many mail may go out
     */
    public record OfGroup(String group, int events, int dropped, int unreadable, int mail) {}

    public Plan {
        groups = List.copyOf(groups);
        refused = Map.copyOf(refused);
    }

    public static Plan of(List<Candidate> candidates) {
        Map<Verdict, Integer> refused = new EnumMap<>(Verdict.class);
        candidates.stream()
                .map(Candidate::verdict)
                .filter(verdict -> !verdict.isSent())
                .forEach(verdict -> refused.merge(verdict, 1, Integer::sum));
        Map<String, List<Candidate>> sent = candidates.stream()
                .filter(candidate -> candidate.verdict().isSent())
                .collect(Collectors.groupingBy(Candidate::group, TreeMap::new, Collectors.toList()));
        return new Plan(
                candidates.size(),
                sent.entrySet().stream()
                        .map(each -> ofGroup(each.getKey(), each.getValue()))
                        .toList(),
                refused);
    }

    private static OfGroup ofGroup(String group, List<Candidate> sent) {
        return new OfGroup(group, sent.size(), count(sent, Verdict.DROPPED), count(sent, Verdict.UNREADABLE), (int)
                sent.stream().filter(Plan::mayTellPeople).count());
    }

    private static boolean mayTellPeople(Candidate candidate) {
        return candidate.group().equals(TELLS_PEOPLE)
                && TOLD.contains(candidate.topic())
                && candidate.verdict() != Verdict.DROPPED;
    }

    private static int count(List<Candidate> sent, Verdict verdict) {
        return (int) sent.stream()
                .filter(candidate -> candidate.verdict() == verdict)
                .count();
    }

    /** How many would be sent. */
    public int events() {
        return groups.stream().mapToInt(OfGroup::events).sum();
    }
}
