package dev.talentpipeline.matching.engine.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plants bugs into the sources of the engine and its verifier, one at a time, and asks {@link EngineCheck} whether it notices. The engine is compiled with the
 * bug and loaded apart from the real one.
 */
class PlantedBugsTest {

    private static final String ENGINE = "dev.talentpipeline.matching.engine.";
    private static final Path SOURCES = Path.of("src/main/java/dev/talentpipeline/matching/engine");

    @TempDir
    private Path classes;

    private record Bug(String what, String file, String right, String wrong) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static List<Bug> bugs() {
        return List.of(
                new Bug(
                        "one seat too many",
                        "assignment/Admissions.java",
                        "if (kept[internship] < capacity[internship]) {\n            admit",
                        "if (kept[internship] <= capacity[internship]) {\n            admit"),
                new Bug(
                        "a displaced student is forgotten",
                        "assignment/Admissions.java",
                        "return displaced;",
                        "return Members.NOBODY;"),
                new Bug(
                        "the better student is displaced",
                        "assignment/Admissions.java",
                        "if (isBefore(heap[child], student)) {",
                        "if (!isBefore(heap[child], student)) {"),
                new Bug(
                        "a list is cut off after the first batch",
                        "assignment/FullClearing.java",
                        "if (found[student] == BATCH) {",
                        "if (found[student] > BATCH) {"),
                new Bug(
                        "a seat that is left stays vacant",
                        "assignment/RollingMarket.java",
                        "admissions.release(student);\n            chains.fill(internship, best);",
                        "admissions.release(student);"),
                new Bug(
                        "a bar is forgotten",
                        "assignment/RollingMarket.java",
                        "        market.keepApart(student, internship);\n",
                        ""),
                new Bug(
                        "a bound seat counts as free",
                        "assignment/RollingMarket.java",
                        "market.seats(internship) - taken[internship]",
                        "market.seats(internship)"),
                new Bug(
                        "the lottery takes its numbers as signed",
                        "columns/Standing.java",
                        "lotteryNumber >>> (",
                        "lotteryNumber >> ("),
                new Bug(
                        "a stipend just high enough is too low",
                        "columns/Judge.java",
                        "data[at + InternshipRow.STIPEND] >= minimumStipend",
                        "data[at + InternshipRow.STIPEND] > minimumStipend"),
                new Bug(
                        "a skill just at its level does not suffice",
                        "columns/Judge.java",
                        "(FlatMarket.skillOf(data[word])) < FlatMarket.levelOf(data[word])",
                        "(FlatMarket.skillOf(data[word])) <= FlatMarket.levelOf(data[word])"),
                new Bug(
                        "one student's nearest topics are another's",
                        "columns/Judge.java",
                        "if (++turn == 0) {",
                        "if (turn == 0) {"),
                new Bug(
                        "an exclusion is forgotten",
                        "columns/Judge.java",
                        "&& !market.isExcluded(internship, student)",
                        ""),
                new Bug(
                        "whoever could tie is not looked at",
                        "retrieval/ChoiceSearch.java",
                        "segments.regardAt(place) > best.regardLimit()",
                        "segments.regardAt(place) >= best.regardLimit()"),
                new Bug(
                        "an upper bound is too low",
                        "retrieval/OpeningRow.java",
                        "worthMaxWithTopics = Math.max(",
                        "worthMaxWithTopics = Math.min("),
                new Bug(
                        "what a lack costs counts twice",
                        "retrieval/ChoiceSearch.java",
                        "others + research - lack * row.lossUnitAt(at)",
                        "others + research - 2 * lack * row.lossUnitAt(at)"),
                new Bug(
                        "openings of interest are found twice",
                        "retrieval/ChoiceSearch.java",
                        "if (interested && rest) {",
                        "if (interested && rest && at < 0) {"),
                new Bug(
                        "remote openings of the student's own regions are found twice",
                        "retrieval/ChoiceSearch.java",
                        "\n                    && !(elsewhere && judge.regionSuits(row.regionAt(at)))",
                        ""),
                new Bug(
                        "openings of several interesting occupations are not divided",
                        "retrieval/Segments.java",
                        "add(row, 0, row.size(), divided,",
                        "add(row, 0, row.size(), false,"),
                new Bug(
                        "the key level is taken from any skill",
                        "retrieval/OpeningIndex.java",
                        "while (key != NO_KEY && FlatMarket.skillOf(data[word]) != key - 1) {",
                        "while (key != NO_KEY && word < 0) {"),
                new Bug(
                        "whoever could only tie by the narrower bound is left out",
                        "retrieval/ChoiceSearch.java",
                        "Ceilings.regard(withoutResearch + research) > limit",
                        "Ceilings.regard(withoutResearch + research) >= limit"),
                new Bug(
                        "topics that are named count as if none were",
                        "columns/Ceilings.java",
                        "namesTopics(internship) ? 0 : researchUnstated",
                        "0"),
                new Bug(
                        "a preferred skill lacks twice",
                        "columns/SkillTerms.java",
                        "WHOLE - WHOLE / PREFERRED_LEVEL * level",
                        "2 * WHOLE - WHOLE / PREFERRED_LEVEL * level"),
                new Bug(
                        "remote students are not asked",
                        "retrieval/CandidateSearch.java",
                        "if (remote) {",
                        "if (remote && region < 0) {"),
                new Bug(
                        "students who stated no interest are not asked",
                        "retrieval/CandidateSearch.java",
                        "        read(index::interested, StudentIndex.NOTHING, UNSTATED);\n",
                        ""),
                new Bug(
                        "students with other interests are not asked",
                        "retrieval/CandidateSearch.java",
                        "read(index::skilled, skill, MISS);",
                        ""),
                new Bug(
                        "a level that would just do is passed over",
                        "retrieval/CandidateSearch.java",
                        "lack == Demand.IMPOSSIBLE ? EVERYTHING :",
                        "lack != 0 ? EVERYTHING :"),
                new Bug(
                        "whoever lacks a preferred skill is passed over",
                        "columns/Demand.java",
                        "                preferred[word] = true;\n",
                        "                preferred[word] = true;\n                requiredBits |= bit(word);\n"),
                new Bug(
                        "who would come is asked when the seat is already vacant",
                        "assignment/Chains.java",
                        "best = admissions.regardOfNext(left);\n                admissions.release(student);",
                        "admissions.release(student);\n                best = admissions.regardOfNext(left);"),
                new Bug(
                        "nobody comes to an internship that keeps nobody",
                        "assignment/Admissions.java",
                        "return kept[internship] == 0 ? 0 :",
                        "return kept[internship] == 0 ? NOBODY_COMES :"),
                new Bug(
                        "of several vacant seats one is filled",
                        "assignment/Chains.java",
                        "next = candidates.regard();",
                        "next = Admissions.NOBODY_COMES;"),
                new Bug(
                        "who has what is noted once and for all",
                        "assignment/Admissions.java",
                        "followed = true;",
                        "followed = false;"),
                new Bug(
                        "a band is taken for the next",
                        "assignment/Holdings.java",
                        "bits.atLeast(Math.max(0, band(regard)))",
                        "bits.atLeast(Math.min(BANDS - 1, band(regard) + 1))"),
                new Bug(
                        "the upper level is left out",
                        "retrieval/LevelBits.java",
                        "level <= Math.max(from, to)",
                        "level < Math.max(from, to)"),
                new Bug(
                        "as many days a week as asked are too few",
                        "retrieval/StudentIndex.java",
                        "return daysPerWeek.atLeast(least);",
                        "return daysPerWeek.atLeast(Math.min(7, least + 1));"),
                new Bug(
                        "whoever has something better than all who would come is asked, and nobody else",
                        "retrieval/CandidateSearch.java",
                        "| held - bestOfAll;",
                        "| bestOfAll - held;"),
                new Bug(
                        "whoever has a preferred skill is thought to lack it",
                        "columns/Demand.java",
                        "(had >>> place & 1) != 0 ? 0",
                        "(had >>> place & 1) == 0 ? 0"),
                new Bug(
                        "a student's topics count for nothing",
                        "columns/Demand.java",
                        "most - research + research(data, topics, end)",
                        "most - research"),
                new Bug(
                        "the verifier counts twice what a place lacks",
                        "verification/Reach.java",
                        "labels[label + Shelves.BEST] + missing + missingAt",
                        "labels[label + Shelves.BEST] + 2 * missing + missingAt"),
                new Bug(
                        "the verifier walks past interests",
                        "verification/Reach.java",
                        "ofInterest[labels[label + Shelves.OCCUPATION]] == interesting",
                        "!ofInterest[labels[label + Shelves.OCCUPATION]] && !interesting"),
                new Bug(
                        "the verifier asks for one level more",
                        "verification/Reach.java",
                        "brought | Terms.level(data[word] & 7)",
                        "brought | Terms.level(Math.max(0, (data[word] & 7) - 1))"),
                new Bug(
                        "the verifier lets a lack of skills count twice",
                        "verification/Reach.java",
                        "missing(skillsWeight, pairs.skillsPart(rows, row)) <= left",
                        "2 * missing(skillsWeight, pairs.skillsPart(rows, row)) <= left"),
                new Bug(
                        "the verifier borrows from the wrong field",
                        "verification/Terms.java",
                        "FIRST_DAY = 30;",
                        "FIRST_DAY = 27;"),
                new Bug(
                        "the verifier forgets students of one region",
                        "verification/StabilityVerifier.java",
                        "order[start[firstRegion(student) + 1]++]",
                        "order[start[Math.max(0, firstRegion(student)) + 1]++]"),
                new Bug(
                        "students who list it are not asked",
                        "retrieval/CandidateSearch.java",
                        "considerAll(index.listing(vacant));",
                        ""),
                new Bug(
                        "an internship keeps all applicants",
                        "assignment/SeatHeaps.java",
                        "Math.min(seats[internship], applicants[internship])",
                        "applicants[internship]"),
                new Bug(
                        "a student prefers the worse internship",
                        "assignment/ListedAcceptance.java",
                        "pair < held[student]",
                        "pair > held[student]"));
    }

    @Test
    void theEngineAsItIsPasses() {
        assertThat(EngineCheck.firstFailure()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isCaught(Bug bug) throws Exception {
        String source = Files.readString(SOURCES.resolve(bug.file()));
        assertThat(source.split(Pattern.quote(bug.right()), -1))
                .as("the place where the bug goes must be there, once")
                .hasSize(2);
        compile(bug, source.replace(bug.right(), bug.wrong()));
        assertThat(firstFailureWithBug()).isNotEmpty();
    }

    private void compile(Bug bug, String source) throws IOException, URISyntaxException {
        Path file = classes.resolve(bug.file());
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int result = compiler.run(
                null,
                null,
                null,
                "-nowarn",
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                file.toString());
        assertThat(result).as("the bug must compile").isZero();
    }

    private String firstFailureWithBug() throws Exception {
        URL[] urls = {classes.toUri().toURL(), classesOf(EngineCheck.class), classesOf(RollingMarket.class)};
        try (URLClassLoader loader = new EngineFirst(urls)) {
            var check = loader.loadClass(EngineCheck.class.getName()).getMethod("firstFailure");
            return (String) check.invoke(null);
        } catch (InvocationTargetException e) {
            // A bug may also show by an exception.
            return e.getCause().toString();
        }
    }

    private static URL classesOf(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    /** Loads the engine and its checks itself, everything else from where it is. */
    private static final class EngineFirst extends URLClassLoader {

        EngineFirst(URL[] urls) {
            super(urls, EngineFirst.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ENGINE)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
