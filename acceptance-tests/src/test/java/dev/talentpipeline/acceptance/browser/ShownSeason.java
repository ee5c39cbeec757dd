package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static dev.talentpipeline.stack.demo.DemoOrganisations.GULAN_INTELLIGENCE;
import static dev.talentpipeline.stack.demo.DemoOrganisations.LINJIANG_TECH;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.acceptance.RunningStack;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StackFile;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
    private static final int TO_BE_APPROVED = 6;
    private static final int APPROVED = 24;
    private static final int ACCEPTED = 10;
    private static final int ENDORSED = 4;

    private final PipelineClient client;
    private final String year = "%05d".formatted(Instant.now().getEpochSecond() % 100_000);
    private final String programme = "ai-2027-" + year;
    private final PipelineSession university;
    private final PipelineSession company;
    private final List<String> toBeAnswered = new ArrayList<>();
    private final LastYear lastYear;
    private String underWay = "";
    private String agreed = "";
    private String meeting = "";
    private String offerToDraft = "";

    private ShownSeason(PipelineClient client) {
        this.client = client;
        this.university = client.as(LINJIANG_TECH.id());
        this.company = client.as(GULAN_INTELLIGENCE.id());
        goOn(new ShownMarket(client, path(""), this::number).enter());
        lastYear = new LastYear(university, this::number);
        lastYear.wentOn();
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

    /** The same, of somebody who can have several openings and so has something to put in order. */
    synchronized JsonNode offerToAnswerOfSomebodyWithAChoice() {
        String found = toBeAnswered.stream()
                .filter(id -> openingsFor(offer(id).get("student").asString()) > 1)
                .findFirst()
                .orElseThrow();
        toBeAnswered.remove(found);
        return offer(found);
    }

    private int openingsFor(String student) {
        return expect(university.get(path("/students/" + student + "/ranking")))
                .get("items")
                .size();
    }

    /** A student whose internship begins, so that there is something on each of their pages. */
    String studentUnderWay() {
        return placement(underWay).get("student").asString();
    }

    /** The internship of that student. */
    String placementUnderWay() {
        return underWay;
    }

    /** An internship that everybody has signed for and that can begin. */
    String placementToBegin() {
        return agreed;
    }

    JsonNode placement(String id) {
        return expect(university.get("/api/v1/placements/" + id));
    }

    /** A meeting for which a time is proposed. */
    String meeting() {
        return meeting;
    }

    /** An offer that everybody has agreed to and that has no agreement yet. */
    String offerToDraft() {
        return offerToDraft;
    }

    /** The student number of somebody who has graduated and gone on. */
    String graduate() {
        return lastYear.number(0);
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
        Parallel.each(approved, offer -> decide(company, id(offer), "APPROVE"));
        Parallel.each(approved.subList(0, ACCEPTED), offer -> decide(acting(offer), id(offer), "ACCEPT"));
        Parallel.each(approved.subList(0, ENDORSED), offer -> decide(university, id(offer), "ENDORSE"));
        underWay = isAgreed(approved.getFirst());
        expect(company.post(
                "/api/v1/placements/" + underWay + "/events", Map.of("event", "STARTED", "on", TODAY.toString())));
        agreed = isAgreed(approved.get(1));
        isDrafted(approved.get(2));
        offerToDraft = id(approved.get(ENDORSED - 1));
        meeting = meets(approved.get(APPROVED - 1), true);
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
                        Map.of("insurer", "示例保险", "policyNumber", "P-1", "paidBy", "COMPANY"),
                        "mentor",
                        "高敏",
                        "supervisor",
                        "周宁")));
        expect(university.post(agreement + "/signatures", Map.of("signedOn", TODAY.toString())));
    }

    /** Everybody signs; the placement that comes of it. */
    private String isAgreed(JsonNode offer) {
        isDrafted(offer);
        PipelineSession themselves =
                client.entering(access(studentOf(offer)).get("link").asString());
        for (PipelineSession party : List.of(company, themselves)) {
            expect(party.post(
                    "/api/v1/offers/" + id(offer) + "/agreement/signatures", Map.of("signedOn", TODAY.toString())));
        }
        return expect(company.get(path("/placements?student=" + studentOf(offer))))
                .at("/items/0/id")
                .asString();
    }

    /** The company invites the student; one who comes has a time proposed. */
    private String meets(JsonNode offer, boolean comes) {
        String invited = id(expect(company.post(
                path("/invitations"),
                Map.of(
                        "internship", offer.get("internship").asString(),
                        "student", studentOf(offer),
                        "message", "想和你聊聊你的研究方向。We would like to hear about your research."))));
        if (comes) {
            String path = "/api/v1/meetings/" + invited;
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
        return invited;
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

    private static boolean isFor(String internship, JsonNode offer) {
        return offer.get("internship").asString().equals(internship);
    }

    private static String studentOf(JsonNode offer) {
        return offer.get("student").asString();
    }

    private static String id(JsonNode entity) {
        return entity.get("id").asString();
    }

    /** Not in the class itself, whose calls on other threads would wait for it. */
    private static final class Shared {

        private static final ShownSeason SEASON =
                new ShownSeason(RunningStack.shared().client());
    }
}
