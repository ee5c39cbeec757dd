package dev.talentpipeline.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The console of the tests of pages that belong to one student, one programme or operations, started once for all of them, over services that answer as
 * always until a test says otherwise.
 */
final class OwnPages {

    static final String STUDENT = """
            {"id":"s-1","person":"p-zhao","programme":"spring","university":"beida","version":7,"state":"ACTIVE","name":"王小明","email":"w@example.org",
             "degree":"MASTER","major":"AI","skills":[{"id":"java","level":4}],"occupations":["ai-engineer"],"researchTopics":[],"regions":["CN-BJ"],
             "remote":true,"availableFrom":"2027-01-01","availableUntil":"2027-12-31","daysPerWeek":5,"minimumStipend":0,
             "preferences":["i-1","i-2","i-3"],"onlyThese":false,"consent":true}""";

    static final String RULES = """
            {"id":"spring","version":3,"state":"RUNNING","owner":"beida","name":"Spring 2027","mode":"ROLLING","clearingInterval":"PT1S","clearingAt":[],
             "responseWindow":"P3D","approvalWindow":"P3D","keepWindow":"P14D","endorsementWindow":"P7D","deadlineHour":17,"approvalDefault":"LAPSE",
             "endorsementDefault":"LAPSE","lists":"FILLED","offerPolicy":"AUTOMATIC","endorsement":"NONE","consentBy":"UNIVERSITY",
             "openingApproval":"NONE","interviewResults":"SHOWN","universities":["beida"],"companies":[],"quotas":{"eachCompany":10},"weights":{"skills":0.5}}""";

    /** The same for whoever runs it. */
    private static final String RUN =
            RULES.replaceFirst("}$", ",\"possible\":[\"HELD\",\"CLOSED\",\"CHANGE\",\"COPY\",\"RECALL\"]}");

    /** Somebody whose internship has begun, whose signature is awaited and who has a job offer. */
    static final String PLACEMENTS = """
            {"items":[{"id":"5b1c1d8e-0000-4000-8000-0000000000aa","offer":"5b1c1d8e-0000-4000-8000-0000000000bb","company":"xinhe","state":"STARTED",
              "startsOn":"2027-03-01","endsOn":"2027-06-30","agreement":{"revision":1,"unsigned":["STUDENT"],"possible":["SIGN"]},"job":{"title":"Chip designer","startsOn":"2027-07-01"},"possible":["JOB_ACCEPTED","JOB_DECLINED"],
              "entries":[{"entry":1,"event":"STARTED","state":"RECORDED","on":"2027-03-01","by":"COMPANY"}]}],"next":null}""";

    static final String NONE = "{\"items\":[],\"next\":null}";

    private static final Map<String, String> API = Map.ofEntries(
            Map.entry("/api/v1/programmes", "{\"items\":[" + RUN + "],\"next\":null}"),
            Map.entry("/api/v1/programmes/spring", RUN),
            Map.entry("/api/v1/programmes/spring/students", "{\"items\":[" + STUDENT + "],\"next\":null}"),
            Map.entry("/api/v1/programmes/spring/offers", NONE),
            Map.entry("/api/v1/programmes/spring/placements", PLACEMENTS),
            Map.entry("/api/v1/programmes/spring/internships/i-1", "{\"id\":\"i-1\",\"title\":\"Chip design\"}"),
            Map.entry("/api/v1/programmes/spring/internships/i-2", "{\"id\":\"i-2\",\"title\":\"<Robots>\"}"),
            Map.entry("/api/v1/programmes/spring/meetings", """
                    {"items":[{"id":"5b1c1d8e-0000-4000-8000-0000000000cc","company":"xinhe","state":"OPEN","interviews":[
                      {"id":"5b1c1d8e-0000-4000-8000-0000000000dd","state":"PROPOSED","startsAt":"2030-12-02T02:00:00Z","minutes":30,"proposedBy":"COMPANY","possible":["CONFIRM","MOVE","CANCEL"]}]}],
                     "next":null}"""),
            Map.entry("/api/v1/people/me/certificates", NONE),
            Map.entry(
                    "/api/v1/catalogue/skills",
                    "{\"items\":[{\"id\":\"java\",\"en\":\"Java\",\"zh\":\"Java 编程\",\"family\":\"software\"}],\"next\":null}"),
            Map.entry(
                    "/api/v1/catalogue/occupations",
                    "{\"items\":[{\"id\":\"ai-engineer\",\"en\":\"AI engineer\",\"zh\":\"人工智能工程技术人员\",\"family\":\"ai\"}],\"next\":null}"),
            Map.entry("/api/v1/organisations", """
                    {"items":[{"id":"xinhe","kind":"COMPANY","nameZh":"芯禾","nameEn":"<Xinhe>","state":"ENTERED"}],"next":null}"""));

    private static final StubbedConsole CONSOLE = new StubbedConsole("console_own_pages");

    final StubService internship = CONSOLE.internship;
    final StubService matching = CONSOLE.matching;
    final StubService notification = CONSOLE.notification;

    OwnPages() {
        answersBut("", "", 0, "");
        matching.answers(200, "application/json", NONE);
        notification.answers(200, "application/json", NONE);
    }

    Browser somebody() {
        return new Browser(CONSOLE.running);
    }

    Browser signedIn(String name) {
        return CONSOLE.signedIn(name);
    }

    /** All as always, but for one kind of call. */
    void answersBut(String method, String end, int status, String answer) {
        internship.answers(exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = API.get(path);
            if (exchange.getRequestMethod().equals(method) && path.endsWith(end)) {
                StubService.answer(exchange, status, "application/json", answer);
            } else if (body == null) {
                StubService.answer(exchange, 404, "application/problem+json", "{\"detail\":\"unknown\"}");
            } else {
                StubService.answer(exchange, 200, "application/json", body);
            }
        });
    }

    static String hidden(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    Asked put(String path) {
        List<Asked> puts = internship.asked().stream()
                .filter(asked -> asked.method().equals("PUT") && asked.uri().equals(path))
                .toList();
        assertThat(puts).hasSize(1);
        return puts.getFirst();
    }
}
