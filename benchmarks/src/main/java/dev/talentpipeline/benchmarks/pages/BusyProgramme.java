package dev.talentpipeline.benchmarks.pages;

import static dev.talentpipeline.benchmarks.load.FileImport.expect;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.benchmarks.load.Cohort;
import dev.talentpipeline.benchmarks.load.FileImport;
import dev.talentpipeline.benchmarks.load.TopicCount;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.StackFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A programme of this run with everybody in it: entered by files, an offer for each internship, and openings that wait for approval. */
final class BusyProgramme {

    /** Waiting for approval, of each company. */
    private static final int WAITING = 20;

    private static final String OPENINGS = "岗位编号,岗位名称,职业,地区,开始日期,周数,每周天数,名额\n";

    private final PipelineClient client;
    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final String id = "bench-pages-" + run;

    private BusyProgramme(PipelineClient client) {
        this.client = client;
    }

    /** Enters all of it, and returns when each internship has an offer out. */
    static BusyProgramme entered(PipelineClient client, int students, int internships) throws InterruptedException {
        BusyProgramme programme = new BusyProgramme(client);
        programme.enter(students, internships);
        return programme;
    }

    String id() {
        return id;
    }

    /** Where something of it is in the API. */
    String path(String below) {
        return "/api/v1/programmes/" + id + below;
    }

    List<String> companies() {
        return organisations("COMPANY");
    }

    List<String> universities() {
        return organisations("UNIVERSITY");
    }

    private List<String> organisations(String role) {
        return client.stack().clients().stream()
                .filter(candidate -> candidate.role().equals(role))
                .map(StackFile.Client::org)
                .toList();
    }

    private void enter(int students, int internships) throws InterruptedException {
        put("NONE");
        try (TopicCount offers = new TopicCount(client.stack().kafka(), "offers", id + "/")) {
            List<String> companies = companies();
            for (int i = 0; i < companies.size(); i++) {
                enter(companies.get(i), "OPENINGS", openings("P", i, share(internships, i, companies.size())));
            }
            List<String> universities = universities();
            for (int i = 0; i < universities.size(); i++) {
                enter(universities.get(i), "STUDENTS", cohort(i).csv(share(students, i, universities.size()), 0));
            }
            System.out.println("Entered; waiting for the offers.");
            offers.await(internships);
        }
        put("UNIVERSITY");
        List<String> companies = companies();
        for (int i = 0; i < companies.size(); i++) {
            enter(companies.get(i), "OPENINGS", openings("W", i, WAITING));
        }
    }

    /** The approval comes once the market is full: until then nobody could be matched with what waits for it. */
    private void put(String openingApproval) {
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("name", "春季");
        rules.put("clearingInterval", "PT5S");
        rules.put("endorsement", "CAREER_CENTRE");
        rules.put("openingApproval", openingApproval);
        expect(client.operations().put("/api/v1/programmes/" + id, rules));
    }

    private void enter(String organisation, String kind, byte[] file) throws InterruptedException {
        FileImport.read(client.as(organisation), id, kind, file).commit();
    }

    private static int share(int all, int i, int parts) {
        return all / parts + (i < all % parts ? 1 : 0);
    }

    private byte[] openings(String series, int company, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%s%s-%d-%04d,机器学习实习生%d,ai-engineer,CN-BJ,2027-03-01,26,3,1%n"
                        .formatted(series, run, company, i, i))
                .collect(Collectors.joining("", OPENINGS, ""))
                .getBytes(UTF_8);
    }

    private Cohort cohort(int university) {
        return new Cohort("b%s%d".formatted(run, university));
    }

    /** The student of a number as they were entered, with internships of their choice. */
    Map<String, Object> withChoices(String university, String number, List<String> internships) {
        Cohort cohort = cohort(universities().indexOf(university));
        Map<String, Object> body = new LinkedHashMap<>(
                cohort.body(Integer.parseInt(number.substring(cohort.prefix().length()))));
        body.put("preferences", internships);
        return body;
    }
}
