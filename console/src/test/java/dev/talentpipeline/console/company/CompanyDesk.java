package dev.talentpipeline.console.company;

import dev.talentpipeline.console.Browser;
import dev.talentpipeline.console.StubService;
import dev.talentpipeline.console.StubService.Asked;
import dev.talentpipeline.console.StubbedConsole;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** The console in front of services that know of one opening of one company, with who works for it signed in; started once for all tests of the desk. */
final class CompanyDesk {

    static final String OPENING = """
            {"id":"i-1","reference":"ML-7","version":4,"state":"OPEN","title":"Chip design","occupation":"ai-engineer","region":"CN-SH",
             "remote":false,"startsOn":"2027-03-01","endsOn":"2027-06-20","weeks":16,"daysPerWeek":3,"stipend":6100,"seats":3,"taken":1,
             "minimumDegree":"BACHELOR","majors":[],"requiredSkills":[{"id":"python","level":3}],"preferredSkills":["rust"],"researchTopics":[],
             "preferences":["aaaa-1","bbbb-2"],"onlyThese":true,"excluded":["cccc-3"],"applyBy":"2027-02-07T16:00:00Z",
             "possible":["WITHDRAW"]}""";
    static final String PLACEMENT = """
            {"id":"p-1","programme":"spring","offer":"o-1","student":"aaaa-1","internship":"i-1","company":"xinhe","state":"STARTED",
             "startsOn":"2027-03-01","endsOn":"2027-06-20","entries":[],"possible":["COMPLETED","ENDED","JOB_OFFERED"]}""";
    static final String FILE = """
            {"id":"f-1","kind":"OPENINGS","state":"READY","rows":{"read":1,"done":0,"new":0,"changed":0,"unchanged":0,"bad":1},
             "columns":[{"at":0,"name":"Reference","field":"reference","taught":false},{"at":1,"name":"Boss","field":null,"taught":false}],
             "skills":[{"text":"py","skill":"python","level":3,"nearest":[],"rows":1}],"expiresAt":"2026-12-01T00:00:00Z",
             "possible":["CANCEL","READ_AGAIN"]}""";
    static final Map<String, String> FILES = Map.of(
            "/api/v1/programmes/spring/imports",
            "{\"items\":[],\"next\":null}",
            "/api/v1/programmes/spring/imports/f-1",
            FILE,
            "/api/v1/programmes/spring/imports/f-1/rows",
            """
            {"items":[{"line":2,"standing":"BAD","anchor":"ML-1","values":{"title":"Chips"},"kept":[],
              "problems":[{"column":"startsOn","value":null,"remedy":"Give the first day."}]}],"next":null}""");
    static final Map<String, String> API = Map.of(
            "/api/v1/programmes",
            """
            {"items":[{"id":"spring","name":"Spring 2027","state":"RUNNING"}],"next":null}""",
            "/api/v1/programmes/spring/internships",
            "{\"items\":[" + OPENING + "],\"next\":null}",
            "/api/v1/programmes/spring/internships/i-1",
            OPENING,
            "/api/v1/catalogue/skills",
            """
            {"items":[{"id":"python","en":"Python","zh":"Python 语言"},{"id":"pytorch","en":"PyTorch","zh":"PyTorch"},
              {"id":"rust","en":"Rust","zh":"Rust 语言"}],"next":null}""",
            "/api/v1/catalogue/occupations",
            """
            {"items":[{"id":"ai-engineer","en":"AI engineer","zh":"人工智能工程技术人员"}],"next":null}""",
            "/api/v1/catalogue/reasons",
            """
            {"items":[{"act":"VETO","code":"budget","en":"The budget was cut","zh":"预算削减"}],"next":null}""",
            "/api/v1/programmes/spring/offers",
            """
            {"items":[{"id":"o-1","student":"aaaa-1","internship":"i-1","state":"AWAITING_APPROVAL","respondBy":"2026-12-03T09:00:00Z"}],"next":null}""",
            "/api/v1/offers/o-1",
            """
            {"id":"o-1","programme":"spring","student":"aaaa-1","internship":"i-1","state":"AWAITING_APPROVAL","score":0.8,"possible":["VETO"],
             "parts":{"skills":0.9},"history":[{"state":"AWAITING_APPROVAL","at":"2026-11-30T09:00:00Z","by":"MATCHING"}]}""",
            "/api/v1/programmes/spring/meetings",
            """
            {"items":[{"id":"m-1","student":"aaaa-1","internship":"i-1","state":"OPEN","interviews":[
              {"id":"t-1","state":"PROPOSED","startsAt":"2030-12-02T02:00:00Z","minutes":30,"proposedBy":"STUDENT","possible":["CONFIRM"]}]}],"next":null}""",
            "/api/v1/meetings/m-1",
            """
            {"id":"m-1","programme":"spring","student":"aaaa-1","internship":"i-1","state":"OPEN","history":[],"possible":["END","PROPOSE_INTERVIEW"],"interviews":[
              {"id":"t-1","state":"PROPOSED","startsAt":"2030-12-02T02:00:00Z","minutes":30,"proposedBy":"STUDENT","possible":["MOVE","CANCEL"]},
              {"id":"t-2","state":"CONFIRMED","startsAt":"2030-12-03T02:00:00Z","minutes":30,"proposedBy":"COMPANY","possible":["MOVE","CANCEL"]}]}""");

    static final StubbedConsole CONSOLE = new StubbedConsole("console_company");
    static final Browser CHEN = CONSOLE.signedIn("chen");

    private CompanyDesk() {}

    static void answersAsUsual() {
        answers("", 0, "");
        CONSOLE.matching.answers(200, "application/json", """
                {"eligible":13,"requirements":[{"requirement":"REQUIRED_SKILL","skill":"python","level":3,"keptOut":7},
                  {"requirement":"STIPEND","keptOut":0}]}""");
    }

    /** Everything as usual, but for calls that change something below this path. */
    static void answers(String path, int status, String problem) {
        CONSOLE.internship.answers(exchange -> {
            String asked = exchange.getRequestURI().getPath();
            boolean changing = !"GET".equals(exchange.getRequestMethod());
            if (changing && status != 0 && asked.startsWith(path)) {
                StubService.answer(exchange, status, "application/problem+json", problem);
            } else if (changing) {
                StubService.answer(exchange, 200, "application/json", OPENING);
            } else if (asked.equals("/api/v1/placements/p-1")) {
                StubService.answer(exchange, 200, "application/json", PLACEMENT);
            } else if (FILES.containsKey(asked)) {
                StubService.answer(exchange, 200, "application/json", FILES.get(asked));
            } else if (API.containsKey(asked)) {
                boolean other = asked.endsWith("/internships")
                        && exchange.getRequestURI().getQuery().contains("reference=NEW-1");
                StubService.answer(
                        exchange, 200, "application/json", other ? "{\"items\":[],\"next\":null}" : API.get(asked));
            } else {
                StubService.answer(exchange, 404, "application/problem+json", "{\"detail\":\"unknown\"}");
            }
        });
    }

    /** What the services were asked to change. */
    static List<Asked> changes() {
        return CONSOLE.internship.asked().stream()
                .filter(asked -> !"GET".equals(asked.method()))
                .toList();
    }

    static HttpResponse<String> submit(String path, Map<String, String> fields) {
        return CHEN.submit(path, CHEN.get("/company").body(), fields);
    }
}
