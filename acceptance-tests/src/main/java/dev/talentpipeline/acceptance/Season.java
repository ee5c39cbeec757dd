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
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * One programme of a running stack, acted on as a university, a company, a student and operations would. Each season has a programme of
 * its own, so that several can run beside each other on one stack.
 */
public final class Season {

    private static final List<Calling> FIELDS = List.of(
            new Calling("connected-vehicles", "智能网联实习", "Connected vehicles"),
            new Calling("data-science", "数据科学联合培养", "Data science"),
            new Calling("industrial-internet", "工业互联网实习", "Industrial internet"),
            new Calling("cyber-security", "网络安全联合培养", "Cyber security"),
            new Calling("robotics", "智能机器人实习", "Robotics"),
            new Calling("digital-finance", "数字金融实习", "Digital finance"),
            new Calling("ic", "集成电路联合培养", "Integrated circuits"),
            new Calling("cloud-native", "云原生实习", "Cloud native"),
            new Calling("smart-farming", "智慧农业实习", "Smart farming"),
            new Calling("digital-humans", "数字人联合培养", "Digital humans"),
            new Calling("smart-energy", "智慧能源实习", "Smart energy"));

    private static final List<Calling> CITIES = List.of(
            new Calling("hz", "杭州", "Hangzhou"),
            new Calling("cd", "成都", "Chengdu"),
            new Calling("wh", "武汉", "Wuhan"),
            new Calling("sz", "苏州", "Suzhou"));

    /** What students are called of whom nothing else is said: they stand in lists that are looked at. */
    private static final List<String> NAMES = List.of(
            "王一鸣", "李若溪", "张书恒", "刘予安", "陈思齐", "杨景澄", "赵明轩", "黄语桐", "周子衿", "吴承远", "徐念慈", "孙嘉树", "朱清扬", "胡亦然", "林知行",
            "郭云舒", "何书言", "高晏宁", "罗星河", "梁佳禾");

    private static final int FIRST_YEAR = 2027;
    private static final int YEARS = 3;

    /** How many there were before: no two programmes of a run are called alike. */
    private static final AtomicInteger OPENED = new AtomicInteger();

    private final PipelineClient client;
    private final String programme;
    private final String title;
    private final PipelineSession operations;
    private final PipelineSession university;
    private final PipelineSession company;

    private Season(PipelineClient client, String programme, String title) {
        this.client = client;
        this.programme = programme;
        this.title = title;
        this.operations = client.operations();
        this.university = client.as(organisation(client, "UNIVERSITY"));
        this.company = client.as(organisation(client, "COMPANY"));
    }

    /** In which words people speak of something, and how it stands in an id. */
    private record Calling(String id, String zh, String en) {}

    /**
     * A new programme, called as a university calls one: others may look at it in the lists of the same stack. The rules add to, or replace, the
     * defaults of the API.
     */
    public static Season open(PipelineClient client, Map<String, ?> rules) {
        int before = OPENED.getAndIncrement();
        Calling field = FIELDS.get(before % FIELDS.size());
        Calling city = CITIES.get(before % CITIES.size());
        int year = FIRST_YEAR + before % YEARS;
        return open(
                client,
                "%s-%s-%d-%s".formatted(field.id(), city.id(), year, unique()),
                "%d 届%s%s · %s, %s %d".formatted(year, city.zh(), field.zh(), field.en(), city.en(), year),
                rules);
    }

    /** A new programme with this name in its id, by which whoever proves something on a stack of its own finds it again. */
    public static Season open(PipelineClient client, String name, Map<String, ?> rules) {
        return open(client, name + "-" + unique(), name, rules);
    }

    private static Season open(PipelineClient client, String programme, String title, Map<String, ?> rules) {
        Season season = new Season(client, programme, title);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("name", title));
        body.putAll(rules);
        expect(season.operations.put("/api/v1/programmes/" + season.programme, body));
        return season;
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    public String programme() {
        return programme;
    }

    /** What people read on pages. */
    public String title() {
        return title;
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
        body.put("name", nameOf(number));
        body.put("email", number.toLowerCase(java.util.Locale.ROOT) + "@students.example.org");
        body.put("phone", "+86-000-0000-0000");
        body.put("language", "en");
        body.put("degree", "MASTER");
        body.put("major", "计算机科学与技术");
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

    /** How the student of that number is called unless something else is said of them. */
    public static String nameOf(String number) {
        return NAMES.get(Math.floorMod(number.hashCode(), NAMES.size()));
    }

    /** An internship with one seat. */
    public static Map<String, Object> internship(String reference, Map<String, ?> facts) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "机器学习平台实习生 · Machine-learning platform intern");
        body.put("description", "在导师指导下参与真实系统的开发。\nWork on a real system with a mentor.");
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
