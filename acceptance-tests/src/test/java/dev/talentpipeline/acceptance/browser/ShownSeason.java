package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static dev.talentpipeline.stack.demo.DemoOrganisations.CENLI_MICROELECTRONICS;
import static dev.talentpipeline.stack.demo.DemoOrganisations.GULAN_INTELLIGENCE;
import static dev.talentpipeline.stack.demo.DemoOrganisations.LINJIANG_TECH;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StackFile;
import dev.talentpipeline.stack.demo.DemoInternship;
import dev.talentpipeline.stack.demo.DemoMarket;
import dev.talentpipeline.stack.demo.DemoOrganisation;
import dev.talentpipeline.stack.demo.DemoStudent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A season in full swing, which the pages show: one university, two companies and their part of the demo market, entered once for all walks. Every kind of
 * thing is there in several, so that each walk has its own to act on.
 */
final class ShownSeason {

    /** What is locked by those who hold or pause the programme, and shared by those who need it to go on. */
    static final String PROGRAMME = "the shown season's programme";

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int IN_FLIGHT = 8;
    private static final String BEGINS_TODAY = "GL-NOW";
    private static final List<String> LAST_YEAR = List.of("陆思远", "许知夏", "程一诺", "韩星野", "唐书瑶", "方景行", "沈若初", "顾清和");
    private static final int TO_BE_APPROVED = 6;
    private static final int APPROVED = 24;
    private static final int ACCEPTED = 10;
    private static final int ENDORSED = 4;

    private final PipelineClient client;
    private final String year = "%05d".formatted(Instant.now().getEpochSecond() % 100_000);
    private final String programme = "season-" + year;
    private final PipelineSession university;
    private final PipelineSession company;
    private final List<String> toBeAnswered = new ArrayList<>();
    private String underWay = "";

    private ShownSeason(PipelineClient client) {
        this.client = client;
        this.university = client.as(LINJIANG_TECH.id());
        this.company = client.as(GULAN_INTELLIGENCE.id());
        open();
        Map<String, String> internships = enterInternships();
        enterStudents(internships);
        goOn(Objects.requireNonNull(internships.get(BEGINS_TODAY)));
        graduatesWentOn();
    }

    static ShownSeason shared() {
        return Shared.SEASON;
    }

    String programme() {
        return programme;
    }

    /** Where something of the programme is in the API. */
    String path(String below) {
        return "/api/v1/programmes/" + programme + below;
    }

    PipelineSession university() {
        return university;
    }

    PipelineSession company() {
        return company;
    }

    PipelineSession operations() {
        return client.operations();
    }

    StackFile.User universityUser() {
        return userOf(LINJIANG_TECH.id());
    }

    StackFile.User companyUser() {
        return userOf(GULAN_INTELLIGENCE.id());
    }

    StackFile.User operationsUser() {
        return userOf("operations");
    }

    /** A student who has an offer to answer, each time another one. */
    synchronized JsonNode offerToAnswer() {
        return offer(toBeAnswered.removeFirst());
    }

    /** A student whose internship begins, so that there is something on each of their pages. */
    String studentUnderWay() {
        return underWay;
    }

    /** The offers in a state, of the company whose pages are walked. */
    List<JsonNode> companyOffers(String state) {
        List<JsonNode> offers = new ArrayList<>();
        expect(company.get(path("/offers?limit=200&state=" + state)))
                .get("items")
                .forEach(offers::add);
        return offers;
    }

    JsonNode offer(String id) {
        return expect(university.get("/api/v1/offers/" + id));
    }

    JsonNode student(String id) {
        return expect(university.get(path("/students/" + id)));
    }

    /** The link that lets a student in, once; without the console's origin. */
    String linkOf(String student) {
        URI link = URI.create(access(student).get("link").asString());
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    /** The page where somebody claims their place on the roll, on which they are put for it. */
    String claimPage(String number, String name) {
        String entry = "/api/v1/organisations/" + LINJIANG_TECH.id() + "/roll/" + number;
        expect(university.put(entry, Map.of("name", name, "major", "人工智能", "degree", "MASTER")));
        String secret = expect(university.post(entry + "/claim-links", Map.of()))
                .get("secret")
                .asString();
        return "/claim?secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private void open() {
        expect(university.put(
                path(""),
                Map.of(
                        "name", "2027 届人工智能联合培养 · AI and digital talent 2027",
                        "lists", "FILLED",
                        "clearingInterval", "PT0.2S",
                        "offerPolicy", "COMPANY_APPROVAL",
                        "endorsement", "CAREER_CENTRE",
                        "responseWindow", "P7D",
                        "universities", List.of(LINJIANG_TECH.id()),
                        "companies", List.of(GULAN_INTELLIGENCE.id(), CENLI_MICROELECTRONICS.id()))));
        String schools = "/api/v1/organisations/" + LINJIANG_TECH.id() + "/schools/";
        expect(university.put(schools + "informatics", Map.of("nameZh", "信息学院", "nameEn", "School of Informatics")));
        expect(university.put(schools + "electronics", Map.of("nameZh", "电子学院", "nameEn", "School of Electronics")));
    }

    private Map<String, String> enterInternships() {
        Map<String, String> ids = new ConcurrentHashMap<>();
        List<Callable<JsonNode>> calls = new ArrayList<>();
        for (DemoInternship each : market().internships()) {
            if (takesPart(each.company())) {
                calls.add(() -> {
                    JsonNode entered = expect(
                            client.as(each.company().id()).put(path("/internships/" + each.reference()), each.body()));
                    ids.put(each.reference(), id(entered));
                    return entered;
                });
            }
        }
        // One that begins today, so that there is an internship under way.
        calls.add(() -> {
            JsonNode entered = expect(company.put(
                    path("/internships/" + BEGINS_TODAY),
                    Season.internship(
                            BEGINS_TODAY,
                            Map.of(
                                    "title",
                                    "检索增强问答系统评测 · Evaluating retrieval-augmented answers",
                                    "startsOn",
                                    TODAY.toString(),
                                    "seats",
                                    2))));
            ids.put(BEGINS_TODAY, id(entered));
            return entered;
        });
        all(calls);
        return ids;
    }

    private void enterStudents(Map<String, String> internships) {
        List<Callable<JsonNode>> calls = new ArrayList<>();
        List<DemoStudent> students = market().students().stream()
                .filter(each -> each.university().equals(LINJIANG_TECH))
                .toList();
        for (DemoStudent each : students) {
            List<String> choices = each.body().preferences().stream()
                    .map(internships::get)
                    .filter(Objects::nonNull)
                    .toList();
            calls.add(() -> expect(university.put(
                    path("/students/" + number(each.number())), each.body().withPreferences(choices))));
        }
        for (String name : List.of("林晓雨", "何天")) {
            String number = number("900" + name.length());
            Map<String, Object> facts = Map.of(
                    "name", name,
                    "preferences", List.of(Objects.requireNonNull(internships.get(BEGINS_TODAY))),
                    "onlyThese", true,
                    "availableFrom", TODAY.toString(),
                    "availableUntil", TODAY.plusYears(1).toString());
            calls.add(() -> expect(university.put(path("/students/" + number), Season.student(number, facts))));
        }
        all(calls);
    }

    /** Lets the season go on: offers are approved, answered and endorsed. */
    private void goOn(String beginsToday) {
        List<JsonNode> waiting = await().atMost(PATIENCE)
                .until(
                        () -> companyOffers("AWAITING_APPROVAL"),
                        offers -> offers.size() >= APPROVED + TO_BE_APPROVED
                                && offers.stream()
                                                .filter(offer -> isFor(beginsToday, offer))
                                                .count()
                                        == 2);
        List<JsonNode> approved = waiting.stream()
                .sorted(Comparator.comparing(offer -> !isFor(beginsToday, offer)))
                .limit(APPROVED)
                .toList();
        inParallel(approved, offer -> decide(company, id(offer), "APPROVE"));
        inParallel(approved.subList(0, ACCEPTED), offer -> decide(acting(offer), id(offer), "ACCEPT"));
        inParallel(approved.subList(0, ENDORSED), offer -> decide(university, id(offer), "ENDORSE"));
        begins(approved.getFirst());
        isDrafted(approved.get(1));
        meets(approved.get(APPROVED - 1), true);
        meets(approved.get(APPROVED - 2), false);
        approved.stream()
                .skip(ACCEPTED)
                .filter(this::hasAChoice)
                .map(ShownSeason::id)
                .forEach(toBeAnswered::add);
    }

    /** Of some students the requirements and wishes leave one opening only. */
    private boolean hasAChoice(JsonNode offer) {
        String ranking =
                "/students/%s/ranking?limit=2".formatted(offer.get("student").asString());
        return expect(university.get(path(ranking))).get("items").size() == 2;
    }

    private void isDrafted(JsonNode offer) {
        String agreement = "/api/v1/offers/" + id(offer) + "/agreement";
        expect(university.put(
                agreement,
                Map.of(
                        "number",
                        "2027-" + id(offer).substring(0, 4),
                        "insurance",
                        Map.of("insurer", "Example Insurance", "policyNumber", "P-1", "paidBy", "COMPANY"),
                        "mentor",
                        "Gao Min",
                        "supervisor",
                        "Zhou Ning")));
        expect(university.post(agreement + "/signatures", Map.of("signedOn", TODAY.toString())));
    }

    private void begins(JsonNode offer) {
        isDrafted(offer);
        PipelineSession themselves =
                client.entering(access(studentOf(offer)).get("link").asString());
        for (PipelineSession party : List.of(company, themselves)) {
            expect(party.post(
                    "/api/v1/offers/" + id(offer) + "/agreement/signatures", Map.of("signedOn", TODAY.toString())));
        }
        String placement = expect(company.get(path("/placements?student=" + studentOf(offer))))
                .at("/items/0/id")
                .asString();
        expect(company.post(
                "/api/v1/placements/" + placement + "/events", Map.of("event", "STARTED", "on", TODAY.toString())));
        underWay = studentOf(offer);
    }

    /** The company invites the student; one who comes has a time proposed. */
    private void meets(JsonNode offer, boolean comes) {
        String meeting = id(expect(company.post(
                path("/invitations"),
                Map.of(
                        "internship", offer.get("internship").asString(),
                        "student", studentOf(offer),
                        "message", "想和你聊聊你的研究方向。We would like to hear about your research."))));
        if (comes) {
            String path = "/api/v1/meetings/" + meeting;
            expect(acting(offer).post(path + "/decisions", Map.of("decision", "ACCEPT")));
            expect(company.post(
                    path + "/interviews",
                    Map.of(
                            "startsAt",
                            TODAY.plusDays(7) + "T06:00:00Z",
                            "minutes",
                            30,
                            "link",
                            "https://meet.example.org/gulan")));
        }
    }

    /** Last year's graduates are on the roll with where they went. */
    private void graduatesWentOn() {
        inParallel(LAST_YEAR, name -> {
            int at = LAST_YEAR.indexOf(name);
            String entry = "/api/v1/organisations/" + LINJIANG_TECH.id() + "/roll/" + number("800" + at);
            expect(university.put(
                    entry,
                    Map.of(
                            "name",
                            name,
                            "school",
                            at % 2 == 0 ? "informatics" : "electronics",
                            "major",
                            at % 2 == 0 ? "人工智能" : "集成电路设计与集成系统",
                            "degree",
                            "MASTER",
                            "graduatesOn",
                            "2026-06-30")));
            return at % 4 == 3
                    ? expect(university.post(
                            entry + "/destinations",
                            Map.of("kind", "70", "since", TODAY.minusMonths(2).toString())))
                    : expect(university.post(
                            entry + "/destinations",
                            Map.of(
                                    "kind", "11",
                                    "since", TODAY.minusMonths(3).toString(),
                                    "organisation", "谷岚智能",
                                    "region", "CN-BJ",
                                    "occupation", "ai-engineer",
                                    "title", "算法工程师",
                                    "evidence", Map.of("kind", "LABOUR_CONTRACT", "document", "C-2026-08" + at))));
        });
    }

    private static JsonNode decide(PipelineSession who, String offer, String decision) {
        return expect(who.post("/api/v1/offers/" + offer + "/decisions", Map.of("decision", decision)));
    }

    /** The student of the offer, with a token that the university asked for. */
    private PipelineSession acting(JsonNode offer) {
        return client.bearing(access(studentOf(offer)).get("access_token").asString());
    }

    private JsonNode access(String student) {
        String person = student(student).get("person").asString();
        return expect(university.post("/api/v1/people/" + person + "/access", Map.of()));
    }

    private StackFile.User userOf(String org) {
        return client.stack().users().stream()
                .filter(user -> user.org().equals(org))
                .findFirst()
                .orElseThrow();
    }

    /** A student number of this season alone: whoever is committed in another one cannot be had again. */
    private String number(String own) {
        return "20" + year + own.substring(own.length() - 4);
    }

    private static boolean takesPart(DemoOrganisation organisation) {
        return organisation.equals(GULAN_INTELLIGENCE) || organisation.equals(CENLI_MICROELECTRONICS);
    }

    private static DemoMarket market() {
        return DemoMarket.ofNextYear(Clock.systemUTC());
    }

    private static boolean isFor(String internship, JsonNode offer) {
        return offer.get("internship").asString().equals(internship);
    }

    private static String studentOf(JsonNode offer) {
        return offer.get("student").asString();
    }

    private static String id(JsonNode entity) {
        return entity.get("id").asString();
    }

    private static <T> void inParallel(List<T> each, Function<T, JsonNode> call) {
        all(each.stream().<Callable<JsonNode>>map(one -> () -> call.apply(one)).toList());
    }

    private static void all(List<Callable<JsonNode>> calls) {
        try (ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT)) {
            for (var done : threads.invokeAll(calls)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The season could not be entered.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while entering the season.", e);
        }
    }

    /** Not in the class itself, whose calls on other threads would wait for it. */
    private static final class Shared {

        private static final ShownSeason SEASON =
                new ShownSeason(RunningStack.shared().client());
    }
}
