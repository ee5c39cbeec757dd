package dev.talentpipeline.acceptance;

import static dev.talentpipeline.acceptance.Season.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import dev.talentpipeline.stack.client.StackFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the API documents, asked for with the ids of one organisation by everybody of others: role × operation × organisation. An operation
 * that is added is in it by itself; what a new parameter stands for has to be said here.
 */
@Order(Turn.FIRST_FROM_THE_END)
class AccessMatrixIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z]+)}");

    /** What belongs to everybody: read by all, written by operations. */
    private static final Set<String> SHARED = Set.of("calendar", "id", "act", "code-of-reason", "kind-of-import");

    /** What others may do with the id of an organisation or of something in a programme that they take part in, and why. */
    private static final Map<String, String> OPEN = Map.of(
            "GET /api/v1/organisations/{organisation}", "who takes part is known to all",
            "GET /api/v1/organisations/{organisation}/schools", "a university's schools are known to all",
            "GET /api/v1/organisations/{organisation}/schools/{school}", "a university's schools are known to all",
            "GET /api/v1/programmes/{programme}/internships/{internship}", "openings are there to be seen");

    private final PipelineClient client = RunningStack.shared().client();

    @Test
    void idsOfAnotherOrganisationOpenNothing() {
        Map<String, String> closed = world(
                Season.open(
                        client,
                        Map.of(
                                "clearingInterval", "PT0.2S",
                                "universities", List.of(org("UNIVERSITY", 0)),
                                "companies", List.of(org("COMPANY", 0)))),
                true);
        Map<String, String> shared = world(Season.open(client, Map.of("clearingInterval", "PT0.2S")), false);
        Map<String, PipelineSession> strangers = strangers();
        List<String> holes = new ArrayList<>();
        int calls = 0;
        for (String operation : operations()) {
            Set<String> parameters = parameters(operation);
            if (parameters.isEmpty() || SHARED.containsAll(parameters)) {
                continue;
            }
            for (Map<String, String> world : List.of(closed, shared)) {
                boolean mayBeSeen =
                        OPEN.containsKey(operation) && (world == shared || !parameters.contains("programme"));
                if (mayBeSeen
                        || (world == shared
                                && (parameters.equals(Set.of("programme"))
                                        || !world.keySet().containsAll(parameters)))) {
                    continue;
                }
                for (Map.Entry<String, PipelineSession> stranger : strangers.entrySet()) {
                    Reply reply = send(stranger.getValue(), operation, world);
                    calls++;
                    if (reply.status() != 403 && reply.status() != 404) {
                        holes.add("%s: %s answers %s".formatted(stranger.getKey(), operation, reply.summary()));
                    }
                }
            }
        }
        System.out.printf("%d calls with the ids of others, %d holes%n", calls, holes.size());
        assertThat(holes).isEmpty();
        assertThat(calls).isGreaterThan(300);
        theirOwnersAreLetIn(closed);
    }

    /** The ids are right: whoever they belong to reads by them. */
    private void theirOwnersAreLetIn(Map<String, String> world) {
        List<PipelineSession> owners = List.of(
                client.as(org("UNIVERSITY", 0)),
                client.as(org("COMPANY", 0)),
                client.bearing(world.get("token")),
                client.operations());
        List<String> nobodys = new ArrayList<>();
        for (String operation : operations()) {
            if (!operation.startsWith("GET ")
                    || parameters(operation).isEmpty()
                    || SHARED.containsAll(parameters(operation))) {
                continue;
            }
            // What is only there after further steps: a job and its agreement, files, a dossier that is shown. A stream
            // does not end.
            boolean isThere = !operation.contains("employment-agreement")
                    && !operation.contains("/files/")
                    && !operation.endsWith("/changes");
            if (isThere
                    && owners.stream()
                            .noneMatch(owner -> send(owner, operation, world).successful())) {
                nobodys.add(operation);
            }
        }
        assertThat(nobodys).isEmpty();
    }

    /** One thing of each kind, by the name of the parameter that stands for its id. */
    private Map<String, String> world(Season season, boolean joint) {
        Map<String, String> world = new LinkedHashMap<>();
        world.put("programme", season.programme());
        JsonNode internship = season.postInternship("R1", Map.of("startsOn", RightBodies.TODAY, "seats", 2));
        JsonNode student = season.postStudent("M-" + season.programme(), Map.of("availableFrom", RightBodies.TODAY));
        world.put("internship", internship.get("id").asString());
        world.put("student", student.get("id").asString());
        world.put("person", student.get("person").asString());
        JsonNode offer = await().atMost(PATIENCE)
                .until(() -> season.offers("student=" + world.get("student")), offers -> !offers.isEmpty())
                .getFirst();
        world.put("offer", offer.get("id").asString());
        world.put("number", offer.get("clearing").asString());
        PipelineSession self = season.themselves(world.get("person"));
        world.put(
                "token",
                expect(season.university().post("/api/v1/people/" + world.get("person") + "/access", Map.of()))
                        .get("access_token")
                        .asString());
        world.put(
                "notice",
                await().atMost(PATIENCE)
                        .until(
                                () -> expect(self.get("/api/v1/notices"))
                                        .at("/items/0/id")
                                        .asString(""),
                                id -> !id.isEmpty()));
        String path = "/api/v1/offers/" + world.get("offer");
        expect(self.post(path + "/decisions", Map.of("decision", "ACCEPT")));
        expect(season.university().put(path + "/agreement", RightBodies.agreement(season.programme())));
        for (PipelineSession party : List.of(season.university(), season.company(), self)) {
            expect(party.post(path + "/agreement/signatures", Map.of("signedOn", RightBodies.TODAY)));
        }
        world.put(
                "placement",
                expect(season.company().get(season.path("/placements")))
                        .at("/items/0/id")
                        .asString());
        JsonNode invited = season.postStudent("N-" + season.programme(), Map.of("availableFrom", RightBodies.TODAY));
        JsonNode meeting = expect(season.company()
                .post(
                        season.path("/invitations"),
                        Map.of(
                                "internship",
                                world.get("internship"),
                                "student",
                                invited.get("id").asString())));
        world.put("meeting", meeting.get("id").asString());
        PipelineSession other = season.actingAs(invited.get("person").asString());
        expect(other.post("/api/v1/meetings/" + world.get("meeting") + "/decisions", Map.of("decision", "ACCEPT")));
        expect(other.post("/api/v1/meetings/" + world.get("meeting") + "/dossier", Map.of("share", true)));
        world.put(
                "interview",
                expect(season.company()
                                .post(
                                        "/api/v1/meetings/" + world.get("meeting") + "/interviews",
                                        RightBodies.of("POST /api/v1/meetings/{meeting}/interviews")))
                        .at("/interviews/0/id")
                        .asString());
        world.put(
                "code",
                expect(self.post(season.path("/students/" + world.get("student") + "/share-codes"), Map.of()))
                        .get("id")
                        .asString());
        world.put("kind", "CV");
        world.put(
                "importId",
                expect(season.university().post(season.path("/imports?kind=STUDENTS"), RightBodies.COHORT))
                        .get("id")
                        .asString());
        world.put("organisation", org("UNIVERSITY", 0));
        world.put(
                "entry",
                expect(season.university()
                                .get("/api/v1/organisations/" + world.get("organisation") + "/roll?number=M-"
                                        + season.programme()))
                        .at("/items/0/id")
                        .asString());
        world.put(
                "destination",
                expect(season.university()
                                .post(
                                        "/api/v1/organisations/" + world.get("organisation") + "/roll/"
                                                + world.get("entry") + "/destinations",
                                        RightBodies.LOOKING))
                        .get("id")
                        .asString());
        world.put("company", org("COMPANY", 0));
        world.put("school", "informatics");
        String webhook = expect(
                        season.company().post("/api/v1/webhooks", RightBodies.of("PUT /api/v1/webhooks/{webhook}")))
                .get("id")
                .asString();
        world.put("webhook", webhook);
        world.put(
                "message",
                expect(season.company().post("/api/v1/webhooks/" + webhook + "/tests", Map.of()))
                        .get("id")
                        .asString());
        world.put("outlet", "EMAIL");
        world.put("rule", "offer-not-told");
        world.put("level", "offer-latency");
        world.put("template", "register");
        world.put("occupation", "ai-engineer");
        expect(season.university()
                .put(
                        "/api/v1/organisations/" + world.get("organisation") + "/schools/informatics",
                        Map.of("nameZh", "信息学院", "nameEn", "School of Informatics")));
        if (joint) {
            world.put("record", "vision");
            expect(season.university()
                    .put(
                            season.path("/joint-records/vision"),
                            RightBodies.of("PUT /api/v1/programmes/{programme}/joint-records/{record}")));
        }
        return world;
    }

    private Map<String, PipelineSession> strangers() {
        Season elsewhere = Season.open(client, Map.of("universities", List.of(org("UNIVERSITY", 1))));
        PipelineSession university = client.as(org("UNIVERSITY", 1));
        String person = expect(university.put(elsewhere.path("/students/X1"), Season.student("X1", Map.of())))
                .get("person")
                .asString();
        String token = expect(university.post("/api/v1/people/" + person + "/access", Map.of()))
                .get("access_token")
                .asString();
        return Map.of(
                "another university",
                university,
                "another company",
                client.as(org("COMPANY", 1)),
                "another university's student",
                client.bearing(token));
    }

    /** {@code METHOD PATH} of everything in the documents of all services. Of a service that only just makes its document the whole says that it is missing. */
    private Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        JsonNode document = await().atMost(PATIENCE)
                .until(
                        () -> expect(client.operations().get("/v3/api-docs")),
                        whole -> whole.at("/info/description").isMissingNode());
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().propertyNames().forEach(method -> {
                    // Accounts of people are in the console, whose own tests hold its organisations apart.
                    if (path.getKey().startsWith("/api/v1/") && !path.getKey().startsWith("/api/v1/accounts")) {
                        operations.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    private static Set<String> parameters(String operation) {
        Set<String> parameters = new TreeSet<>();
        Matcher matcher = PARAMETER.matcher(operation);
        while (matcher.find()) {
            parameters.add(named(operation, matcher.group(1)));
        }
        return parameters;
    }

    /** The parameter, where one name stands for different things. */
    private static String named(String operation, String parameter) {
        if (operation.contains("/catalogue/reasons/") && parameter.equals("code")) {
            return "code-of-reason";
        }
        return operation.contains("/import-") && parameter.equals("kind") ? "kind-of-import" : parameter;
    }

    private static Reply send(PipelineSession session, String operation, Map<String, String> world) {
        String[] parts = operation.split(" ");
        String path = PARAMETER.matcher(parts[1]).replaceAll(parameter -> {
            // Only on companies is decided.
            boolean company = operation.endsWith("/organisations/{organisation}/decisions");
            String id = world.get(company ? "company" : parameter.group(1));
            if (id == null) {
                throw new IllegalStateException("parameter (%s) of %s must stand for something of the world."
                        .formatted(parameter.group(1), operation));
            }
            return id;
        });
        Object body = RightBodies.of(operation);
        return switch (parts[0]) {
            case "GET" -> session.get(path + query(operation, world));
            case "DELETE" -> session.delete(path);
            case "PUT" -> session.put(path, body);
            case "POST" -> session.post(path, body);
            default -> throw new IllegalStateException("operation (%s) must be one of the API.".formatted(operation));
        };
    }

    /** What a call cannot do without, besides what its path names. */
    private static String query(String operation, Map<String, String> world) {
        if (operation.endsWith("/comparison")) {
            return "?with=" + world.get("programme");
        }
        return operation.endsWith("{programme}/requirement-costs")
                ? "?startsOn=" + RightBodies.TODAY + "&weeks=12"
                : "";
    }

    private String org(String role, int which) {
        return client.stack().clients().stream()
                .filter(candidate -> candidate.role().equals(role))
                .map(StackFile.Client::org)
                .skip(which)
                .findFirst()
                .orElseThrow();
    }
}
