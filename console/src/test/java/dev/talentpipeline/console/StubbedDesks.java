package dev.talentpipeline.console;

import com.sun.net.httpserver.HttpExchange;
import dev.talentpipeline.console.StubService.Asked;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The console of the desks' tests, started once for all of them, and the services behind it: each answers what stands for a path, or for a method and a
 * path, and matching-service is away. What begins with a type is a refusal. Of what stands nowhere internship-service knows nothing, and others have nothing.
 */
public final class StubbedDesks {

    /** A key that a form may be sent under. */
    public static final String KEY = "5b1c1d8e-0000-4000-8000-0000000000ff";

    private static final StubbedConsole CONSOLE =
            new StubbedConsole("console_desks", "talentpipeline.services.matching=http://127.0.0.1:1");
    private static final String COUNTS = "\"noProfile\":1,\"outOfMarket\":2,\"inMarket\":3,\"matched\":4";

    private final Map<String, String> answers = new HashMap<>();

    /** With one programme of one university, its students, offers and one company. */
    public StubbedDesks() {
        answers.put("/api/v1/programmes", """
                {"items":[{"id":"spring","name":"Spring 2027","state":"RUNNING","endorsement":"CAREER_CENTRE"}],"next":null}""");
        answers.put("/api/v1/programmes/spring/students", """
                {"items":[{"id":"s-1","number":"2024","name":"王小明","degree":"MASTER","state":"ACTIVE"}],"next":"c2"}""");
        answers.put("/api/v1/programmes/spring/students/s-1", """
                {"id":"s-1","number":"2024","person":"p-1","name":"王小明","state":"ACTIVE","skills":[{"id":"java","level":4}],
                 "attestedSkills":[{"id":"java","level":5,"source":"COURSE"},{"id":"cad","level":2,"source":"CERTIFICATE"}]}""");
        answers.put("/api/v1/programmes/spring/internships", """
                {"items":[{"id":"i-1","title":"Chip design","company":"xinhe"}],"next":null}""");
        answers.put("/api/v1/programmes/spring/offers", """
                {"items":[{"id":"o-2","student":"s-2","internship":"i-1","state":"ACCEPTED","possible":["ENDORSE"],"respondBy":"2026-12-05T09:00:00Z"},
                  {"id":"o-1","student":"s-1","internship":"i-1","state":"ACCEPTED","possible":["ENDORSE"],"respondBy":"2026-12-01T09:00:00Z"},
                  {"id":"o-3","student":"s-3","internship":"i-1","state":"ACCEPTED","possible":[],"respondBy":"2026-11-30T09:00:00Z"}],"next":null}""");
        answers.put("/api/v1/programmes/spring/endorsements", """
                {"items":[{"id":"o-1","student":"s-1","internship":"i-1","state":"ACCEPTED","possible":["ENDORSE"],"respondBy":"2026-12-01T09:00:00Z"},
                  {"id":"o-2","student":"s-2","internship":"i-1","state":"ACCEPTED","possible":["ENDORSE"],"respondBy":"2026-12-05T09:00:00Z"}],"next":null}""");
        answers.put("/api/v1/programmes/spring/placements", "{\"items\":[],\"next\":null}");
        answers.put("/api/v1/programmes/spring/imports", "{\"items\":[],\"next\":null}");
        answers.put("/api/v1/organisations", "{\"items\":[{\"id\":\"fuyu\",\"state\":\"ENTERED\"}],\"next\":null}");
        answers.put("/api/v1/organisations/beida/roll-standing", """
                {"all":{"entries":20,"unclaimed":{"entries":7,%s},"claimed":{"entries":13,%s},"consentAwaited":0},"items":[]}""".formatted(COUNTS, COUNTS));
        answers.put(
                "/api/v1/catalogue/skills", "{\"items\":[{\"id\":\"java\",\"en\":\"Java language\"}],\"next\":null}");
        // The console keeps them for a while, over the tests of more than one class.
        answers.put("/api/v1/catalogue/occupations", """
                {"items":[{"id":"ai-engineer","en":"AI engineer"},{"id":"iot-engineer","en":"IoT engineer"}],"next":null}""");
        answers.put(
                "/api/v1/catalogue/reasons",
                Stream.of("SUSPEND_COMPANY", "REJECT_OPENING", "VOID", "REFUSE")
                        .map("""
                                {"code":"code-of-%1$s","act":"%1$s","en":"Because"}"""::formatted)
                        .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null}")));
        CONSOLE.internship.answers(exchange -> {
            String body = answer(exchange);
            if (body == null) {
                StubService.answer(exchange, 404, "application/problem+json", "{\"detail\":\"unknown\"}");
            } else {
                answer(exchange, body);
            }
        });
        CONSOLE.notification.answers(exchange -> answer(exchange, Objects.requireNonNullElse(answer(exchange), "{}")));
        CONSOLE.monitoring.answers(exchange -> answer(exchange, Objects.requireNonNullElse(answer(exchange), "{}")));
    }

    private @Nullable String answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return answers.getOrDefault(exchange.getRequestMethod() + " " + path, answers.get(path));
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        StubService.answer(exchange, body.startsWith("{\"type\"") ? 400 : 200, "application/json", body);
    }

    /** Bodies by path, or by method and path. */
    public Map<String, String> answers() {
        return answers;
    }

    /** What internship-service was asked. */
    public List<Asked> asked() {
        return CONSOLE.internship.asked();
    }

    /** The same of one method only. */
    public List<Asked> asked(String method) {
        return asked().stream().filter(each -> each.method().equals(method)).toList();
    }

    public Asked lastAsked() {
        return CONSOLE.internship.lastAsked();
    }

    public Browser signedIn(String name) {
        return CONSOLE.signedIn(name);
    }

    /** The text of a page as it is read. */
    public static String words(String page) {
        return page.replaceAll("<[^>]+>", " ").replace("&#39;", "'").replaceAll("\\s+", " ");
    }
}
