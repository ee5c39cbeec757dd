package dev.talentpipeline.acceptance.browser;

import static dev.talentpipeline.acceptance.Season.expect;
import static dev.talentpipeline.stack.demo.DemoOrganisations.CENLI_MICROELECTRONICS;
import static dev.talentpipeline.stack.demo.DemoOrganisations.GULAN_INTELLIGENCE;
import static dev.talentpipeline.stack.demo.DemoOrganisations.LINJIANG_TECH;

import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StudentBody;
import dev.talentpipeline.stack.demo.DemoInternship;
import dev.talentpipeline.stack.demo.DemoMarket;
import dev.talentpipeline.stack.demo.DemoOrganisation;
import dev.talentpipeline.stack.demo.DemoStudent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the shown season begins with: its programme, and the part of the demo market that belongs to one university and two companies.
 *
 * @param path where the programme is in the API
 * @param numbers a student number of this season of a short one
 */
record ShownMarket(PipelineClient client, String path, UnaryOperator<String> numbers) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CIRCUITS = Pattern.compile("集成电路|电子|Integrated Circuit|lectronic");
    private static final String BEGINS_TODAY = "GL-NOW";

    /** Enters all of it; the id of an internship that begins today, which two students want. */
    String enter() {
        open();
        Map<String, String> internships = enterInternships();
        enterStudents(internships);
        return Objects.requireNonNull(internships.get(BEGINS_TODAY));
    }

    private PipelineSession university() {
        return client.as(LINJIANG_TECH.id());
    }

    private void open() {
        expect(university()
                .put(
                        path,
                        Map.of(
                                "name", "2027 届人工智能联合培养 · AI and digital talent 2027",
                                "lists", "FILLED",
                                "clearingInterval", "PT0.2S",
                                "offerPolicy", "COMPANY_APPROVAL",
                                "endorsement", "CAREER_CENTRE",
                                "responseWindow", "P7D",
                                "closesAt", ShownSeason.TODAY.plusMonths(9) + "T09:00:00Z",
                                "universities", List.of(LINJIANG_TECH.id()),
                                "companies", List.of(GULAN_INTELLIGENCE.id(), CENLI_MICROELECTRONICS.id()))));
        String schools = "/api/v1/organisations/" + LINJIANG_TECH.id() + "/schools/";
        expect(university().put(schools + "informatics", Map.of("nameZh", "信息学院", "nameEn", "School of Informatics")));
        expect(university().put(schools + "electronics", Map.of("nameZh", "电子学院", "nameEn", "School of Electronics")));
    }

    private Map<String, String> enterInternships() {
        Map<String, String> ids = new ConcurrentHashMap<>();
        List<Callable<JsonNode>> calls = new ArrayList<>();
        for (DemoInternship each : market().internships()) {
            if (takesPart(each.company())) {
                calls.add(() -> {
                    JsonNode entered = expect(
                            client.as(each.company().id()).put(path + "/internships/" + each.reference(), each.body()));
                    ids.put(each.reference(), entered.get("id").asString());
                    return entered;
                });
            }
        }
        // One that begins today, so that there is an internship under way.
        calls.add(() -> {
            JsonNode entered = expect(client.as(GULAN_INTELLIGENCE.id())
                    .put(
                            path + "/internships/" + BEGINS_TODAY,
                            Season.internship(
                                    BEGINS_TODAY,
                                    Map.of(
                                            "title",
                                            "检索增强问答系统评测 · Evaluating retrieval-augmented answers",
                                            "startsOn",
                                            ShownSeason.TODAY.toString(),
                                            "seats",
                                            2))));
            ids.put(BEGINS_TODAY, entered.get("id").asString());
            return entered;
        });
        Parallel.all(calls);
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
            calls.add(() -> expect(university()
                    .put(
                            path + "/students/" + numbers.apply(each.number()),
                            ofSchool(each.body().withPreferences(choices)))));
        }
        for (String name : List.of("林晓雨", "何天")) {
            String number = numbers.apply("900" + name.length());
            Map<String, Object> facts = Map.of(
                    "name", name,
                    "preferences", List.of(Objects.requireNonNull(internships.get(BEGINS_TODAY))),
                    "onlyThese", true,
                    "availableFrom", ShownSeason.TODAY.toString(),
                    "availableUntil", ShownSeason.TODAY.plusYears(1).toString());
            calls.add(() -> expect(university().put(path + "/students/" + number, Season.student(number, facts))));
        }
        Parallel.all(calls);
    }

    /** Whoever designs circuits is taught at another school than whoever writes programs. */
    private static ObjectNode ofSchool(StudentBody student) {
        ObjectNode body = JSON.valueToTree(student);
        return body.put("school", CIRCUITS.matcher(student.major()).find() ? "electronics" : "informatics");
    }

    private static boolean takesPart(DemoOrganisation organisation) {
        return organisation.equals(GULAN_INTELLIGENCE) || organisation.equals(CENLI_MICROELECTRONICS);
    }

    private static DemoMarket market() {
        return DemoMarket.ofNextYear(Clock.systemUTC());
    }
}
