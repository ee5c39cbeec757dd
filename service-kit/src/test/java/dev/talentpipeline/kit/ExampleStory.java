package dev.talentpipeline.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The examples of an OpenAPI document, told as the story that they are: each is sent as it stands there, in order, and its answer is held against the
 * schema that the document gives it and against the example's own answer. Ids that the service makes are other ones each time: what stands in an
 * example's answer, secrets among it, is taken for what the service answered in that place, wherever it comes again. Days are as far from today as they are from
 * {@link #TODAY} in the examples.
 */
public final class ExampleStory {

    /** The day on which the examples play. */
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 8);

    private static final Pattern DAY = Pattern.compile("\\b2\\d{3}-\\d{2}-\\d{2}(?=\\b|T)");
    private static final Pattern MADE = Pattern.compile(
            "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9A-Z]{4}(-[0-9A-Z]{4}){2}|(?<![\\w-])[\\w-]{43}(?![\\w-])");
    private static final String STORY = "x-examples";

    private final JsonNode document;
    private final Teller teller;
    private final long daysSince;
    private final Map<String, String> made = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private ExampleStory(JsonNode document, LocalDate today, Teller teller) {
        this.document = document;
        this.teller = teller;
        this.daysSince = ChronoUnit.DAYS.between(TODAY, today);
    }

    /** Sends what the story says. */
    public interface Teller {

        /**
         * @param names what the story's ids stand for
         */
        default void before(String operation, Map<String, String> names) {}

        Answer send(String by, String method, String path, @Nullable JsonNode body, Map<String, String> names);
    }

    public record Answer(int status, JsonNode body) {}

    private record Call(String method, String path, JsonNode operation, JsonNode place) {

        String name() {
            return place.path("name").asString();
        }

        @Override
        public String toString() {
            return "%s %s (%s)".formatted(method, path, name());
        }
    }

    /** Tells all of it. What did not go as the document says, in words; empty if all did. */
    public static List<String> tell(JsonNode document, LocalDate today, Teller teller) {
        ExampleStory story = new ExampleStory(document, today, teller);
        List<Call> calls = story.calls();
        calls.forEach(story::tell);
        System.out.printf("%d examples told%n", calls.size());
        return story.faults;
    }

    /**
     * The operations that take a body and are in no example.
     *
     * @param excused those that need none, each with the reason; one that has an example after all is told as well
     */
    public static List<String> untold(JsonNode document, Map<String, String> excused) {
        List<String> untold = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey();
                    boolean needed = operation.getValue().has("requestBody") && !excused.containsKey(name);
                    if (operation.getValue().has(STORY) ? excused.containsKey(name) : needed) {
                        untold.add(name);
                    }
                }));
        return untold;
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    for (JsonNode place : operation.getValue().path(STORY)) {
                        calls.add(new Call(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                place));
                    }
                }));
        calls.sort(Comparator.comparingInt(call -> call.place().path("order").asInt()));
        return calls;
    }

    private void tell(Call call) {
        teller.before(call.method() + " " + call.path(), made);
        JsonNode request = example(call.operation().path("requestBody").path("content"), call);
        JsonNode requestSchema = schema(call.operation().path("requestBody").path("content"));
        if (request != null) {
            hold(call, "the request", request, requestSchema);
        }
        Answer answer = teller.send(
                call.place().path("by").asString(),
                call.method(),
                path(call),
                request == null ? null : meant(request),
                made);
        int status = call.place().path("status").asInt();
        if (answer.status() != status) {
            faults.add("%s answers %d, not %d: %s".formatted(call, answer.status(), status, answer.body()));
            return;
        }
        JsonNode content = call.operation()
                .path("responses")
                .path(Integer.toString(status))
                .path("content");
        JsonNode told = example(content, call);
        if (told == null) {
            faults.add("%s shows no answer".formatted(call));
            return;
        }
        hold(call, "the answer", answer.body(), schema(content));
        hold(call, "the example's answer", told, schema(content));
        compare(call, "", told, answer.body());
    }

    private String path(Call call) {
        String path = call.path();
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, JsonNode> parameter :
                call.place().path("parameters").properties()) {
            String value = URLEncoder.encode(meant(parameter.getValue().asString()), UTF_8);
            String inPath = "{" + parameter.getKey() + "}";
            if (path.contains(inPath)) {
                path = path.replace(inPath, value);
            } else {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(parameter.getKey())
                        .append('=')
                        .append(value);
            }
        }
        return path + query;
    }

    private JsonNode meant(JsonNode node) {
        JsonNode copy = node.deepCopy();
        return JsonMapper.shared().readTree(replaceTexts(copy.toString()));
    }

    private String meant(String text) {
        String named = made.getOrDefault(text, text);
        return DAY.matcher(named)
                .replaceAll(
                        day -> LocalDate.parse(day.group()).plusDays(daysSince).toString());
    }

    /** In JSON as it is written: no id and no day has a character that is escaped. */
    private String replaceTexts(String json) {
        String named = MADE.matcher(json).replaceAll(id -> made.getOrDefault(id.group(), id.group()));
        return DAY.matcher(named)
                .replaceAll(
                        day -> LocalDate.parse(day.group()).plusDays(daysSince).toString());
    }

    private void hold(Call call, String what, JsonNode value, @Nullable JsonNode schema) {
        if (schema == null) {
            faults.add("%s has no schema for %s".formatted(call, what));
            return;
        }
        ObjectNode whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components").deepCopy());
        if (call.place().path("parameters").has("fields")) {
            // Who asks for some fields is not given the others.
            whole.findParents("required").forEach(type -> ((ObjectNode) type).remove("required"));
        }
        String wrong =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(whole)
                        .validate(value)
                        .stream()
                        .map(Objects::toString)
                        .distinct()
                        .limit(8)
                        .collect(Collectors.joining("; "));
        if (!wrong.isEmpty()) {
            faults.add("%s: %s is not what its schema says: %s".formatted(call, what, wrong));
        }
    }

    /** The same fields with values of the same kinds; of lists the first items. */
    private void compare(Call call, String at, JsonNode told, JsonNode answered) {
        if (told.isObject() && answered.isObject()) {
            Set<String> names = new TreeSet<>(told.propertyNames());
            if (!names.equals(new TreeSet<>(answered.propertyNames()))) {
                faults.add("%s%s shows fields %s, and is answered %s"
                        .formatted(call, at, names, answered.propertyNames()));
            }
            names.stream()
                    .filter(answered::has)
                    .forEach(name -> compare(call, at + "/" + name, told.get(name), answered.get(name)));
        } else if (told.isArray() && answered.isArray()) {
            if (told.isEmpty() != answered.isEmpty()) {
                faults.add("%s%s shows %s, and is answered %s".formatted(call, at, told, answered));
            } else if (!told.isEmpty()) {
                compare(call, at + "/0", told.get(0), answered.get(0));
            }
        } else if (told.getNodeType() != answered.getNodeType()) {
            faults.add("%s%s shows %s, and is answered %s".formatted(call, at, told, answered));
        } else if (told.isString() && MADE.matcher(told.asString()).matches()) {
            made.putIfAbsent(told.asString(), answered.asString());
        }
    }

    private static @Nullable JsonNode example(JsonNode content, Call call) {
        for (JsonNode type : content) {
            JsonNode value = type.path("examples").path(call.name()).path("value");
            if (!value.isMissingNode()) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable JsonNode schema(JsonNode content) {
        for (JsonNode type : content) {
            return type.get("schema");
        }
        return null;
    }
}
