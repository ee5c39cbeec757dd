package dev.talentpipeline.acceptance;

import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import dev.talentpipeline.stack.client.StackFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * One programme of a running stack, acted on as a university, a company, a student and operations would. Each season has a programme of
 * its own, so that several can run beside each other on one stack.
 */
public final class Season {

    private static final List<String> TITLES = List.of(
            "2027 届智能网联实习 · Connected vehicles 2027",
            "2027 届数据科学联合培养 · Data science 2027",
            "2027 届工业互联网实习 · Industrial internet 2027",
            "2027 届网络安全联合培养 · Cyber security 2027",
            "2027 届智能机器人实习 · Robotics 2027",
            "2027 届数字金融实习 · Digital finance 2027",
            "2027 届集成电路联合培养 · Integrated circuits 2027");

    private final PipelineClient client;
    private final String programme;
    private final PipelineSession operations;
    private final PipelineSession university;
    private final PipelineSession company;

    private Season(PipelineClient client, String programme) {
        this.client = client;
        this.programme = programme;
        this.operations = client.operations();
        this.university = client.as(organisation(client, "UNIVERSITY"));
        this.company = client.as(organisation(client, "COMPANY"));
    }

    /** A new programme; the rules add to, or replace, the defaults of the API. */
    public static Season open(PipelineClient client, String name, Map<String, ?> rules) {
        Season season =
                new Season(client, name + "-" + UUID.randomUUID().toString().substring(0, 8));
        Map<String, Object> body = new LinkedHashMap<>(Map.of("name", titleOf(name)));
        body.putAll(rules);
        expect(season.operations.put("/api/v1/programmes/" + season.programme, body));
        return season;
    }

    /** What people read on pages; whatever the programme is for, it is called as one that there could be. */
    private static String titleOf(String name) {
        return TITLES.get(Math.floorMod(name.hashCode(), TITLES.size()));
    }

    public String programme() {
        return programme;
    }

    public PipelineSession operations() {
        return operations;
    }

    public PipelineSession university() {
        return university;
    }

    public PipelineSession company() {
        return company;
    }

    /** Where something of this programme is, such as {@code /students/S1}. */
    public String path(String below) {
        return "/api/v1/programmes/" + programme + below;
    }

    public JsonNode postStudent(String number, Map<String, ?> facts) {
        return expect(university.put(path("/students/" + number), student(number, facts)));
    }

    public JsonNode postInternship(String reference, Map<String, ?> facts) {
        return expect(company.put(path("/internships/" + reference), internship(reference, facts)));
    }

    /** A student whom every {@link #internship} accepts, unless the facts say otherwise. */
    public static Map<String, Object> student(String number, Map<String, ?> facts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Student " + number);
        body.put("email", number.toLowerCase(java.util.Locale.ROOT) + "@students.example.org");
        body.put("phone", "+86-000-0000-0000");
        body.put("language", "en");
        body.put("degree", "MASTER");
        body.put("major", "computer-science");
        body.put("graduatesOn", "2027-06-30");
        body.put("skills", List.of(Map.of("id", "python", "level", 4)));
        body.put("occupations", List.of("ai-engineer"));
        body.put("researchTopics", List.of("scheduling of machine learning jobs"));
        body.put("regions", List.of("CN-BJ"));
        body.put("remote", true);
        body.put("availableFrom", "2027-01-01");
        body.put("availableUntil", "2027-12-31");
        body.put("daysPerWeek", 5);
        body.put("minimumStipend", 0);
        body.put("preferences", List.of());
        body.put("onlyThese", false);
        body.put("consent", true);
        body.putAll(facts);
        return body;
    }

    /** An internship with one seat. */
    public static Map<String, Object> internship(String reference, Map<String, ?> facts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Internship " + reference);
        body.put("description", "Work on a real system with a mentor.");
        body.put("occupation", "ai-engineer");
        body.put("region", "CN-BJ");
        body.put("remote", false);
        body.put("startsOn", "2027-03-01");
        body.put("weeks", 16);
        body.put("daysPerWeek", 4);
        body.put("stipend", 4000);
        body.put("seats", 1);
        body.put("minimumDegree", "BACHELOR");
        body.put("majors", List.of());
        body.put("requiredSkills", List.of(Map.of("id", "python", "level", 3)));
        body.put("preferredSkills", List.of());
        body.put("researchTopics", List.of());
        body.put("preferences", List.of());
        body.put("onlyThese", false);
        body.put("excluded", List.of());
        body.putAll(facts);
        return body;
    }

    /** All offers that the filter finds, over as many pages as there are; the filter is a query such as {@code student=…}. */
    public List<JsonNode> offers(String filter) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = expect(operations.get(path("/offers?" + filter + cursor)));
            page.get("items").forEach(all::add);
            JsonNode next = page.get("next");
            if (next == null || next.isNull()) {
                return all;
            }
            cursor = "&cursor=" + java.net.URLEncoder.encode(next.asString(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Acts for the student, with a token that the university asked for: it does not sign, confirm or consent. */
    public PipelineSession actingAs(String person) {
        return client.bearing(access(person).get("access_token").asString());
    }

    /** The student themselves, in the session that their link opens. */
    public PipelineSession themselves(String person) {
        return client.entering(access(person).get("link").asString());
    }

    private JsonNode access(String person) {
        return expect(university.post("/api/v1/people/" + person + "/access", Map.of()));
    }

    public static JsonNode expect(Reply reply) {
        if (!reply.successful()) {
            throw new IllegalStateException("The request must succeed: " + reply.summary());
        }
        return reply.body();
    }

    private static String organisation(PipelineClient client, String role) {
        return client.stack().clients().stream()
                .filter(candidate -> candidate.role().equals(role))
                .map(StackFile.Client::org)
                .findFirst()
                .orElseThrow();
    }
}
