package dev.talentpipeline.matching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.ClearingMode;
import dev.talentpipeline.events.ClearingReport;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.events.SkillLevel;
import dev.talentpipeline.kit.ExampleStory;
import dev.talentpipeline.kit.TestTokens;
import dev.talentpipeline.kit.exports.ExportedLists;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.matching.topology.EventFixture;
import dev.talentpipeline.matching.topology.ReplayCommand;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.stack.Infrastructure;
import dev.talentpipeline.stack.WrittenApi;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The service as it runs, over a real broker and registry. Each test has a programme of its own. */
class MatchingServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path stateDirectory;

    private static RunningService service;
    private static EventTraffic traffic;

    @BeforeAll
    static void start() {
        traffic = new EventTraffic();
        service = RunningService.start(stateDirectory.resolve("first"));
    }

    @AfterAll
    static void stop() {
        service.close();
        traffic.close();
    }

    @Test
    void aPostedPairBecomesAProposalWithinASecondOrSo() {
        List<Duration> latencies = new ArrayList<>();
        traffic.send(EventFixture.programme("quick").setClearingIntervalMs(100).build());
        for (int pair = 0; pair < 40; pair++) {
            String student = "s" + pair;
            traffic.send(EventFixture.internship("quick", "i" + pair, 1).build());
            long startedNs = System.nanoTime();
            traffic.send(EventFixture.student("quick", student, 3).build());
            await().pollInterval(Duration.ofMillis(2))
                    .atMost(PATIENCE)
                    .until(() -> traffic.proposals("quick").stream()
                            .anyMatch(proposal -> proposal.getStudentId().equals(student)));
            latencies.add(Duration.ofNanos(System.nanoTime() - startedNs));
        }
        Collections.sort(latencies);
        assertThat(traffic.proposals("quick")).hasSize(40).doesNotHaveDuplicates();
        assertThat(latencies.get(20)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void neitherARestartNorAnotherInstanceThatTakesOverProposesAnythingTwice() {
        traffic.send(EventFixture.programme("restarted").build());
        traffic.send(EventFixture.internship("restarted", "i1", 2).build());
        traffic.send(EventFixture.student("restarted", "s1", 3).build());
        PlacementOffer first = traffic.awaitProposals("restarted", 1).getFirst();
        long reports = traffic.reports("restarted").size();

        service.close();
        service = RunningService.start(stateDirectory.resolve("first"));
        traffic.send(EventFixture.student("restarted", "s2", 3).build());
        assertThat(traffic.awaitProposals("restarted", 2))
                .extracting(PlacementOffer::getStudentId)
                .containsExactly("s1", "s2");

        // Another instance with nothing of its own keeps a copy of the state, from the broker, until the first one
        // goes.
        Path second = stateDirectory.resolve("second");
        RunningService standby = RunningService.start(second);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> holdsState(second));
        service.close();
        service = standby;
        traffic.send(EventFixture.student("restarted", "s3", 5).build());
        await().atMost(PATIENCE).until(() -> traffic.reports("restarted").size() > reports + 1);
        assertThat(traffic.proposals("restarted")).hasSize(2);

        Offer declined = EventFixture.answer(first, 1, OfferState.DECLINED).build();
        traffic.send(declined);
        assertThat(traffic.awaitProposals("restarted", 3).getLast().getStudentId())
                .isEqualTo("s3");

        // Every one of these clearings can be done again, whatever lay between them.
        for (ClearingReport report : traffic.reports("restarted")) {
            assertReplays(
                    "restarted", report.getClearing(), ReplayCommand.SAME, "result  same: " + report.getResultHash());
        }
        assertReplays("restarted", 99, ReplayCommand.GONE, "no report of clearing 99");
    }

    private static boolean holdsState(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.anyMatch(file -> file.endsWith("rocksdb"));
        }
    }

    private static void assertReplays(String programme, long clearing, int status, String told) {
        var out = new ByteArrayOutputStream();
        List<String> arguments = List.of(
                programme,
                Long.toString(clearing),
                "--kafka=" + Infrastructure.shared().bootstrapServers(),
                "--registry=" + Infrastructure.shared().registryUrl());
        assertThat(ReplayCommand.run(arguments, new PrintStream(out, true, UTF_8)))
                .as(out.toString(UTF_8))
                .isEqualTo(status);
        assertThat(out.toString(UTF_8)).contains(told);
    }

    @Test
    void poisonGoesToItsDeadLetterTopicAndThePartitionMovesOn() {
        traffic.send(EventFixture.programme("poisoned").build());
        traffic.send(EventFixture.internship("poisoned", "i1", 1).build());
        traffic.sendRaw(Topics.STUDENT_PROFILES, "poisoned/bad", "poison".getBytes(UTF_8));
        traffic.send(EventFixture.student("poisoned", "s1", 3).build());

        traffic.awaitProposals("poisoned", 1);
        var letters =
                traffic.records(Topics.STUDENT_PROFILES.deadLetters(ConsumerGroup.MATCHING_SERVICE), "poisoned/bad");
        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isEqualTo("poison".getBytes(UTF_8));
            assertThat(letter.headers().lastHeader("kafka_dlt-exception-message"))
                    .isNotNull();
        });
        assertThat(traffic.reports("poisoned").getLast().getLeftOut()).isEqualTo(1);
        assertReplays("poisoned", 1, ReplayCommand.SAME, "input   same");
    }

    @Test
    void aRoundGivesFiveSeatsToTheBestFiveOfTwoHundredByThePublishedPriority() {
        Instant round = Instant.now().plusSeconds(8);
        traffic.send(EventFixture.programme("round")
                .setMode(ClearingMode.ROUND)
                .setClearingAt(List.of(round))
                .build());
        traffic.send(EventFixture.internship("round", "i1", 5).build());
        for (int student = 0; student < 200; student++) {
            traffic.send(EventFixture.student("round", "s" + student, 1 + student % 5)
                    .build());
        }
        List<PlacementOffer> proposals = traffic.awaitProposals("round", 5);
        JsonNode candidates = json("/programmes/round/internships/i1/candidates?limit=200", Role.OPERATIONS, "ops");

        List<String> best = new ArrayList<>();
        double before = Double.MAX_VALUE;
        String lottery = "";
        for (JsonNode candidate : candidates.get("items")) {
            double score = candidate.get("score").asDouble();
            String number = candidate.get("priority").get("lottery").asString();
            assertThat(score < before || (score == before && number.compareTo(lottery) > 0))
                    .isTrue();
            before = score;
            lottery = number;
            best.add(candidate.get("student").asString());
        }
        assertThat(best).hasSize(200);
        assertThat(proposals)
                .extracting(PlacementOffer::getStudentId)
                .containsExactlyInAnyOrderElementsOf(best.subList(0, 5));
        ClearingReport report = traffic.reports("round").getFirst();
        assertThat(report.getBlockingPairs()).isZero();
        assertThat(report.getStudents()).isEqualTo(200);
        assertThat(traffic.reports("round")).hasSize(1);
    }

    @Test
    void whoMayNotSeeSomethingIsToldThatItIsNotThere() {
        traffic.send(EventFixture.programme("visible")
                .setUniversities(List.of("u-north"))
                .build());
        traffic.send(EventFixture.internship("visible", "i1", 1).build());
        traffic.send(EventFixture.internship("visible", "hidden", 1)
                .setState(InternshipState.WAITING)
                .build());
        traffic.send(EventFixture.internship("visible", "full", 1)
                .setState(InternshipState.CLOSED)
                .build());
        traffic.send(EventFixture.student("visible", "s1", 3).build());
        traffic.awaitProposals("visible", 1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(status("/programmes/visible/clearings/latest", Role.UNIVERSITY, "u-north"))
                                .isEqualTo(200));

        String ranking = "/programmes/visible/students/s1/ranking";
        assertThat(status(ranking, Role.UNIVERSITY, "u-north")).isEqualTo(200);
        assertThat(status(ranking, Role.OPERATIONS, "ops")).isEqualTo(200);
        assertThat(status(ranking, Role.UNIVERSITY, "u-south")).isEqualTo(404);
        assertThat(status(ranking, Role.COMPANY, "c-river")).isEqualTo(404);
        assertThat(status("/programmes/visible/students/nobody/ranking", Role.UNIVERSITY, "u-north"))
                .isEqualTo(404);
        assertThat(service.get(ranking, TestTokens.shared().token(Role.STUDENT, "u-north", "person-s1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get(ranking, TestTokens.shared().token(Role.STUDENT, "u-north", "person-s2"))
                        .statusCode())
                .isEqualTo(404);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(ranking + "?internship=hidden", Role.OPERATIONS, "ops"))
                        .isEqualTo(200));
        assertThat(status(ranking + "?internship=hidden", Role.UNIVERSITY, "u-north"))
                .as("its title is not told before it is seen")
                .isEqualTo(404);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(status(ranking + "?internship=full", Role.UNIVERSITY, "u-north"))
                        .isEqualTo(200));
        String candidates = "/programmes/visible/internships/i1/candidates";
        assertThat(status(candidates, Role.COMPANY, "c-river")).isEqualTo(200);
        assertThat(status(candidates, Role.COMPANY, "c-hill")).isEqualTo(404);
        assertThat(status("/programmes/visible/clearings", Role.UNIVERSITY, "u-south"))
                .isEqualTo(404);
        assertThat(status("/programmes/nowhere/clearings", Role.UNIVERSITY, "u-north"))
                .isEqualTo(404);
        assertThat(service.get(ranking, "").statusCode()).isEqualTo(401);
    }

    @Test
    void everyListIsAFileWithColumnsInBothLanguages() {
        ExportedLists lists = service.lists();

        assertThat(lists.all().keySet().stream().map(path -> path.replaceFirst(".*}", "")))
                .containsExactly("/clearings", "/candidates", "/ranking", "/skill-gains");
        lists.areFilesWithNamedColumns();
    }

    @Test
    void theCandidatesOfAnInternshipAreAFileForItsCompanyThatNamesNobody() {
        int students = 205;
        traffic.send(EventFixture.programme("filed").build());
        traffic.send(EventFixture.internship("filed", "i1", 1).build());
        for (int student = 0; student < students; student++) {
            traffic.send(EventFixture.student("filed", "s" + student, 1 + student % 5)
                    .build());
        }
        String candidates = "/programmes/filed/internships/i1/candidates?format=";
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(lines(candidates + "CSV&language=en", Role.COMPANY, "c-river"))
                        .hasSize(1 + students));

        List<String> table = lines(candidates + "CSV&language=en", Role.COMPANY, "c-river");
        assertThat(table.getFirst())
                .startsWith(
                        "\uFEFFStudent,University,Eligible,Reason rule,Reason en,Reason zh,Rank,Listed,Score,Parts,")
                .endsWith(",Prospect,Prospect en,Prospect zh");
        assertThat(table.stream().skip(1).map(line -> line.split(",")[6]))
                .as("each place once, in order, over the end of a part")
                .containsExactlyElementsOf(IntStream.rangeClosed(1, students)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(table).allSatisfy(line -> assertThat(line).doesNotContain("person-"));
        assertThat(lines(candidates + "CSV&fields=rank,student", Role.COMPANY, "c-river"))
                .startsWith("\uFEFF名次,学生", "1," + table.get(1).split(",")[0]);
        assertThat(json(candidates + "JSON", Role.COMPANY, "c-river").get("items"))
                .hasSize(students);
        assertThat(status(candidates + "XLSX", Role.OPERATIONS, "ops")).isEqualTo(200);
        assertThat(status(candidates + "CSV", Role.COMPANY, "c-hill")).isEqualTo(404);
        assertThat(status(candidates + "PDF", Role.COMPANY, "c-river")).isEqualTo(400);
        assertThat(lines("/programmes/filed/students/s0/ranking?format=CSV", Role.UNIVERSITY, "u-north"))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("\uFEFF岗位,标题,企业,符合条件,");
        assertThat(lines("/programmes/filed/clearings?format=CSV", Role.UNIVERSITY, "u-north"))
                .hasSizeGreaterThan(1);
    }

    private static List<String> lines(String path, Role role, String org) {
        HttpResponse<String> file = service.get(path, TestTokens.shared().token(role, org));
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        return file.body().lines().toList();
    }

    @Test
    void aStudentIsToldWhyAnInternshipIsOutOfReach() {
        traffic.send(EventFixture.programme("told").build());
        traffic.send(EventFixture.internship("told", "rich", 1).build());
        traffic.send(EventFixture.internship("told", "poor", 1).setStipend(100).build());
        traffic.send(
                EventFixture.student("told", "s1", 3).setMinimumStipend(5000).build());
        traffic.awaitProposals("told", 1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json("/programmes/told/students/s1/ranking", Role.OPERATIONS, "ops")
                                .get("items"))
                        .hasSize(1));
        JsonNode yes = json("/programmes/told/students/s1/ranking?internship=rich", Role.OPERATIONS, "ops")
                .get("items")
                .get(0);
        assertThat(yes.get("eligible").asBoolean()).isTrue();
        assertThat(yes.get("rank").asInt()).isEqualTo(1);
        assertThat(yes.get("parts").get("stipend").asDouble()).isGreaterThan(0.5);
        assertThat(yes.get("prospect").get("prospect").asString()).isEqualTo("SEAT_HELD");
        assertThat(yes.get("prospect").get("zh").asString()).isNotBlank();
        JsonNode no = json("/programmes/told/students/s1/ranking?internship=poor", Role.OPERATIONS, "ops")
                .get("items")
                .get(0);
        assertThat(no.get("eligible").asBoolean()).isFalse();
        assertThat(no.get("reason").get("rule").asString()).isEqualTo("STIPEND");
        assertThat(no.get("reason").get("zh").asString()).isNotBlank();
        assertThat(no.has("score")).isFalse();
        assertThat(no.has("prospect")).isFalse();
    }

    @Test
    void aStudentIsToldWhichSkillWouldOpenMore() {
        adviseOneStudent("gains");
        String gains = "/programmes/gains/students/s1/skill-gains";

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(json(gains, Role.UNIVERSITY, "u-north")).isEqualTo(RunningService.json("""
                        {"items":[{"skill":"java","level":5,"currentLevel":3,"seats":2,"internships":1,
                                   "examples":[{"internship":"steep","title":"Title","company":"c-river","freeSeats":2}]}],
                         "next":null}
                        """)));
        assertThat(service.get(gains, TestTokens.shared().token(Role.STUDENT, "u-north", "person-s1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(service.get(gains, TestTokens.shared().token(Role.STUDENT, "u-north", "person-s2"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(status(gains, Role.UNIVERSITY, "u-south")).isEqualTo(404);
        assertThat(status(gains, Role.COMPANY, "c-river")).isEqualTo(404);
        assertThat(json(gains + "?limit=0", Role.UNIVERSITY, "u-north")
                        .get("field")
                        .asString())
                .isEqualTo("limit");
        assertThat(status(gains + "?limit=201", Role.UNIVERSITY, "u-north")).isEqualTo(400);
    }

    @Test
    void aCompanyIsToldWhatItsRequirementsCost() {
        adviseOneStudent("costs");
        String costs = "/programmes/costs/internships/steep/requirement-costs";

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json(costs, Role.COMPANY, "c-river")
                                .path("requirements")
                                .path(0))
                        .isEqualTo(RunningService.json("""
                        {"requirement":"REQUIRED_SKILL","skill":"java","level":5,"keptOut":1,
                         "reasons":[{"rule":"REQUIRED_SKILLS","en":"A required skill is missing or below its level.",
                                     "zh":"缺少必备技能或技能等级不足。"}]}
                        """)));
        JsonNode answer = json(costs, Role.COMPANY, "c-river");
        assertThat(answer.get("internship").asString()).isEqualTo("steep");
        assertThat(answer.get("eligible").asInt()).isZero();
        assertThat(answer.get("requirements")).hasSize(7);
        assertThat(answer.toString()).doesNotContain("s1");
        assertThat(status(costs, Role.OPERATIONS, "ops")).isEqualTo(200);
        assertThat(status(costs, Role.COMPANY, "c-hill")).isEqualTo(404);
        assertThat(status(costs, Role.UNIVERSITY, "u-north")).isEqualTo(404);
        assertThat(status("/programmes/costs/internships/none/requirement-costs", Role.COMPANY, "c-river"))
                .isEqualTo(404);

        String draft =
                "/programmes/costs/requirement-costs?region=CN-BJ&startsOn=2027-03-01&weeks=12&stipend=6000&requiredSkills=java:";
        JsonNode steep = json(draft + "5", Role.COMPANY, "c-river");
        assertThat(steep.get("eligible").asInt()).isZero();
        assertThat(steep.path("requirements").path(0))
                .isEqualTo(answer.path("requirements").path(0));
        assertThat(json(draft + "1&minimumDegree=BACHELOR", Role.COMPANY, "c-hill")
                        .get("eligible")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(draft + "6", Role.COMPANY, "c-river").get("field").asString())
                .isEqualTo("requiredSkills");
        assertThat(status(draft + "5", Role.UNIVERSITY, "u-north")).isEqualTo(404);
        assertThat(status("/programmes/costs/requirement-costs?weeks=12", Role.COMPANY, "c-river"))
                .isEqualTo(400);
    }

    /** One internship that the student may have, and one that asks for more. */
    @Test
    void aUniversityIsToldWhyItsStudentsHaveNoSeat() {
        traffic.send(EventFixture.programme("unmatched").build());
        traffic.send(EventFixture.internship("unmatched", "steep", 2)
                .setRequiredSkills(List.of(new SkillLevel("java", 5)))
                .build());
        traffic.send(EventFixture.student("unmatched", "s1", 3).build());
        String unmatched = "/programmes/unmatched/unmatched";

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(json(unmatched, Role.UNIVERSITY, "u-north")).isEqualTo(RunningService.json("""
                        {"university":"u-north","unmatched":1,
                         "causes":[{"cause":"REQUIRED_SKILLS","en":"A required skill is missing or below its level.",
                                    "zh":"缺少必备技能或技能等级不足。","students":1}]}
                        """)));
        assertThat(json(unmatched + "?university=u-north", Role.OPERATIONS, "ops")
                        .get("unmatched")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(unmatched, Role.UNIVERSITY, "u-south").get("unmatched").asInt())
                .isZero();
        assertThat(status(unmatched + "?university=u-north", Role.UNIVERSITY, "u-south"))
                .isEqualTo(404);
        assertThat(status(unmatched, Role.COMPANY, "c-river")).isEqualTo(404);
    }

    private static void adviseOneStudent(String programme) {
        traffic.send(EventFixture.programme(programme).build());
        traffic.send(EventFixture.internship(programme, "within-reach", 1).build());
        traffic.send(EventFixture.internship(programme, "steep", 2)
                .setRequiredSkills(List.of(new SkillLevel("java", 5)))
                .build());
        traffic.send(EventFixture.student(programme, "s1", 3).build());
    }

    @Test
    void simulationsAnswerAsDocumentedAndAreForUniversitiesAndOperations() {
        String body = """
                {"optimality":"INTERNSHIP",
                 "students":[{"id":"s1","preferences":["i1","i2"]},{"id":"s2","preferences":["i2","i1"]}],
                 "internships":[{"id":"i1","seats":1,"preferences":["s2","s1"]},{"id":"i2","seats":1,"preferences":["s1","s2"]}]}
                """;
        HttpResponse<String> answer =
                service.post("/simulations", body, TestTokens.shared().token(Role.UNIVERSITY, "u-north"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningService.json(answer)).isEqualTo(RunningService.json("""
                        {"placements":[{"student":"s1","internship":"i2"},{"student":"s2","internship":"i1"}],
                         "unplaced":[],"unfilled":[],
                         "cutoffs":[{"internship":"i1","student":"s2"},{"internship":"i2","student":"s1"}],
                         "blockingPairs":0}
                        """));
        assertThat(service.post("/simulations", body, TestTokens.shared().token(Role.COMPANY, "c-river"))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> unknownField = service.post(
                "/simulations",
                "{\"students\":[],\"internships\":[],\"sudents\":[]}",
                TestTokens.shared().token(Role.OPERATIONS, "ops"));
        assertThat(unknownField.statusCode()).isEqualTo(400);
        assertThat(RunningService.json(unknownField).get("field").asString()).isEqualTo("sudents");
    }

    @Test
    void describesItsApiAsItIsWrittenDown() {
        assertThat(WrittenApi.differences("matching", service.description())).isEmpty();
        assertThat(ExampleStory.untold(service.description(), Map.of())).isEmpty();
    }

    @Test
    void theExamplesInTheDescriptionAreAnsweredAsTheySay() {
        assertThat(ExampleStory.tell(
                        service.description(), LocalDate.now(ZoneOffset.UTC), (by, method, path, body, names) -> {
                            HttpResponse<String> answer = service.post(
                                    path.replaceFirst("/api/v1", ""),
                                    String.valueOf(body),
                                    TestTokens.shared().token(Role.valueOf(by.toUpperCase(Locale.ROOT)), "u-north"));
                            return new ExampleStory.Answer(answer.statusCode(), RunningService.json(answer));
                        }))
                .isEmpty();
    }

    private static int status(String path, Role role, String org) {
        return service.get(path, TestTokens.shared().token(role, org)).statusCode();
    }

    private static JsonNode json(String path, Role role, String org) {
        return RunningService.json(service.get(path, TestTokens.shared().token(role, org)));
    }
}
