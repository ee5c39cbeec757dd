package dev.talentpipeline.matching.preference;

import dev.talentpipeline.matching.market.Apart;
import dev.talentpipeline.matching.market.Internship;
import dev.talentpipeline.matching.market.Market;
import dev.talentpipeline.matching.market.Pair;
import dev.talentpipeline.matching.market.Programme;
import dev.talentpipeline.matching.market.Student;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Turns the facts of a market into candidates and openings, each side numbered in the order of its lottery numbers. */
final class Preparation {

    private final Market market;
    private final Vocabulary skills = new Vocabulary();
    private final Vocabulary words = new Vocabulary();
    private final Vocabulary studentTopics = new Vocabulary();
    private final Vocabulary internshipTopics = new Vocabulary();

    final Map<String, Integer> studentIndexes = new HashMap<>();
    final Map<String, Integer> internshipIndexes = new HashMap<>();
    final long[] lotteryNumbers;
    final Candidate[] candidates;
    final Opening[] openings;
    /** By skill number, in halves. */
    final int[] skillWeights;

    Preparation(Market market) {
        this.market = market;
        Lottery lottery = new Lottery(market.programme().seed());
        List<Drawn<Student>> students = draw(market.students(), Student::id, lottery, studentIndexes);
        List<Drawn<Internship>> internships = draw(market.internships(), Internship::id, lottery, internshipIndexes);
        lotteryNumbers = students.stream().mapToLong(Drawn::number).toArray();
        openings = new Opening[internships.size()];
        for (int index = 0; index < openings.length; index++) {
            openings[index] = opening(index, internships.get(index).facts());
        }
        skillWeights = skillWeights();
        Map<String, Map<Apart, List<String>>> apart = apartByStudent();
        candidates = new Candidate[students.size()];
        for (int index = 0; index < candidates.length; index++) {
            Student student = students.get(index).facts();
            candidates[index] = candidate(index, student, apart.getOrDefault(student.id(), Map.of()));
        }
    }

    TopicTable topics(TopicAlignment alignment) {
        return new TopicTable(alignment, studentTopics.words(), internshipTopics.words());
    }

    String skillName(int skill) {
        return skills.word(skill);
    }

    private int[] skillWeights() {
        int open = 0;
        int[] naming = new int[skills.size()];
        for (Opening opening : openings) {
            if (opening.open() && opening.takesPart()) {
                open++;
                IntStream.concat(Arrays.stream(opening.requiredSkills()), Arrays.stream(opening.preferredSkills()))
                        .distinct()
                        .forEach(skill -> naming[skill]++);
            }
        }
        int openings = open;
        return Arrays.stream(naming)
                .map(count -> SkillRarity.weight(openings, count))
                .toArray();
    }

    private record Drawn<T>(T facts, String id, long number) {}

    private static <T> List<Drawn<T>> draw(
            List<T> members, Function<T, String> idOf, Lottery lottery, Map<String, Integer> indexes) {
        List<Drawn<T>> drawn = new ArrayList<>(members.size());
        for (T member : members) {
            String id = idOf.apply(member);
            drawn.add(new Drawn<>(member, id, lottery.numberOf(id)));
        }
        Comparator<Drawn<T>> byNumber = (one, other) -> Long.compareUnsigned(one.number(), other.number());
        drawn.sort(byNumber.thenComparing(Drawn::id));
        for (int index = 0; index < drawn.size(); index++) {
            indexes.put(drawn.get(index).id(), index);
        }
        return drawn;
    }

    private Opening opening(int index, Internship facts) {
        int[] required = new int[facts.requiredSkills().size()];
        int[] levels = new int[required.length];
        int at = 0;
        // In the order of their names: the order in which a map keeps them differs from one JVM to the next, and with
        // it the last digit.
        for (Map.Entry<String, Integer> skill : new TreeMap<>(facts.requiredSkills()).entrySet()) {
            required[at] = skills.number(skill.getKey());
            levels[at++] = skill.getValue();
        }
        String region = facts.region();
        return new Opening(
                index,
                facts,
                market.programme().admitsCompany(facts.company()),
                facts.openAt(market.asOf()),
                facts.majors().stream()
                        .mapToInt(major -> words.number(plain(major)))
                        .toArray(),
                required,
                levels,
                skills.numbers(facts.preferredSkills().stream().sorted().toList()),
                words.number(facts.occupation()),
                internshipTopics.numbers(facts.researchTopics()),
                region == null ? Vocabulary.UNKNOWN : words.number(region),
                facts.startsOn().toEpochDay(),
                facts.endsOn().toEpochDay(),
                ListPlaces.of(facts.preferences().ids(), studentIndexes),
                facts.preferences().only() || explicit(),
                ListPlaces.of(facts.excluded().stream().toList(), studentIndexes));
    }

    /** To be called once all openings are prepared: only skills that they mention have a number. */
    private Candidate candidate(int index, Student facts, Map<Apart, List<String>> apart) {
        byte[] levels = new byte[skills.size()];
        facts.skills().forEach((skill, level) -> {
            int number = skills.find(skill);
            if (number != Vocabulary.UNKNOWN) {
                levels[number] = level.byteValue();
            }
        });
        return new Candidate(
                index,
                facts,
                market.programme().admitsUniversity(facts.university()),
                facts.state() == Student.State.ACTIVE,
                words.number(plain(facts.major())),
                levels,
                words.numbers(facts.occupations()),
                studentTopics.numbers(facts.researchTopics()),
                words.numbers(facts.regions()),
                facts.availableFrom().toEpochDay(),
                facts.availableUntil().toEpochDay(),
                ListPlaces.of(facts.preferences().ids(), internshipIndexes),
                facts.preferences().only() || explicit(),
                ListPlaces.of(apart.getOrDefault(Apart.BARRED, List.of()), internshipIndexes),
                ListPlaces.of(apart.getOrDefault(Apart.WAITING, List.of()), internshipIndexes));
    }

    private boolean explicit() {
        return market.programme().lists() == Programme.Lists.EXPLICIT;
    }

    private Map<String, Map<Apart, List<String>>> apartByStudent() {
        Map<String, Map<Apart, List<String>>> byStudent = new HashMap<>();
        for (Map.Entry<Pair, Apart> entry : market.apart().entrySet()) {
            byStudent
                    .computeIfAbsent(entry.getKey().studentId(), _ -> new EnumMap<>(Apart.class))
                    .computeIfAbsent(entry.getValue(), _ -> new ArrayList<>())
                    .add(entry.getKey().internshipId());
        }
        return byStudent;
    }

    private static String plain(String major) {
        return major.strip().toLowerCase(Locale.ROOT);
    }
}
