package dev.talentpipeline.benchmarks.pages;

import static dev.talentpipeline.benchmarks.Measured.shown;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.benchmarks.Machine;
import dev.talentpipeline.benchmarks.Measured;
import dev.talentpipeline.benchmarks.load.Cohort;
import dev.talentpipeline.benchmarks.load.FileImport;
import dev.talentpipeline.benchmarks.load.TopicCount;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every list of the console while 20 people work, over a programme of 20,000 students, 3,000 internships and an offer for each of
 * these. Each person looks at one list after the other and thinks for a second in between.
 */
public final class PagesBenchmark {

    private static final int STUDENTS = 20_000;
    private static final int INTERNSHIPS = 3_000;
    private static final int PEOPLE = 20;
    private static final Duration THINKING = Duration.ofSeconds(1);
    private static final int ROUNDS_BEFORE = 2;
    private static final int ROUNDS = 12;
    private static final double PROMISED_MS = 300;
    private static final Path PAGE = Path.of("docs", "benchmarks-pages.md");

    private static final String OPENINGS = "岗位编号,岗位名称,职业,地区,开始日期,周数,每周天数,名额\n";

    private final PipelineClient client;
    private final StackFile stack;
    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final String programme = "bench-pages-" + run;

    private PagesBenchmark(PipelineClient client) {
        this.client = client;
        stack = client.stack();
    }

    /** Runs it against the stack that wrote the given {@code stack.json}; writes the page. */
    public static void run(String... arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("arguments (%d) must be one: the path of a running stack's stack.json."
                    .formatted(arguments.length));
        }
        try (PipelineClient client = PipelineClient.fromStackFile(Path.of(arguments[0]))) {
            PagesBenchmark benchmark = new PagesBenchmark(client);
            benchmark.load();
            String page = benchmark.measured();
            Files.writeString(PAGE, page);
            System.out.println(page);
        }
    }

    private void load() throws InterruptedException {
        FileImport.expect(client.operations()
                .put("/api/v1/programmes/" + programme, Map.of("name", "春季", "clearingInterval", "PT5S")));
        try (TopicCount offers = new TopicCount(stack.kafka(), "offers", programme + "/")) {
            List<String> companies = organisations("COMPANY");
            for (int i = 0; i < companies.size(); i++) {
                enter(companies.get(i), "OPENINGS", openings(i, share(INTERNSHIPS, i, companies.size())));
            }
            List<String> universities = organisations("UNIVERSITY");
            for (int i = 0; i < universities.size(); i++) {
                enter(
                        universities.get(i),
                        "STUDENTS",
                        new Cohort("b%s%d".formatted(run, i)).csv(share(STUDENTS, i, universities.size()), 0));
            }
            System.out.println("Entered; waiting for the offers.");
            offers.await(INTERNSHIPS);
        }
    }

    private List<String> organisations(String role) {
        return stack.clients().stream()
                .filter(candidate -> candidate.role().equals(role))
                .map(StackFile.Client::org)
                .toList();
    }

    private void enter(String organisation, String kind, byte[] file) throws InterruptedException {
        PipelineSession session = client.as(organisation);
        FileImport.read(session, programme, kind, file).commit();
    }

    private static int share(int all, int i, int parts) {
        return all / parts + (i < all % parts ? 1 : 0);
    }

    private byte[] openings(int company, int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        "P%s-%d-%04d,机器学习实习生%d,ai-engineer,CN-BJ,2027-03-01,26,3,1%n".formatted(run, company, i, i))
                .collect(Collectors.joining("", OPENINGS, ""))
                .getBytes(UTF_8);
    }

    /** Somebody at a desk; a student has no password, but a link. */
    private record Person(String role, String org, Entrance entrance) {

        private interface Entrance {
            Visitor enter() throws IOException, InterruptedException;
        }
    }

    /** The lists of a desk. */
    private List<String> lists(Person person) {
        String of = "?programme=" + programme;
        return switch (person.role()) {
            case "UNIVERSITY" ->
                List.of(
                        "/university" + of,
                        "/university/students" + of,
                        "/university/students" + of + "&major=计算机科学&degree=MASTER",
                        "/university/endorsements" + of,
                        "/university/offers" + of,
                        "/university/openings" + of,
                        "/university/imports" + of,
                        "/university/meetings" + of,
                        "/university/placements" + of,
                        "/university/placements/agreements" + of,
                        "/university/roll",
                        "/university/destinations",
                        "/university/companies",
                        "/programmes");
            case "COMPANY" ->
                List.of(
                        "/company" + of,
                        "/company/offers" + of,
                        "/company/meetings" + of,
                        "/company/placements" + of,
                        "/company/imports" + of,
                        "/company/openings/" + programme + "/" + opening(person.org()) + "/candidates",
                        "/programmes");
            case "STUDENT" ->
                List.of("/student", "/student/openings", "/student/choices", "/student/meetings", "/student/inbox");
            default ->
                List.of(
                        "/operations",
                        "/operations/organisations",
                        "/operations/catalogue",
                        "/operations/flows",
                        "/operations/lag",
                        "/operations/journeys",
                        "/operations/dead-letters",
                        "/operations/dead-letters/letters",
                        "/operations/expectations",
                        "/operations/ledger",
                        "/accounts",
                        "/programmes");
        };
    }

    private String opening(String company) {
        return FileImport.expect(
                        client.as(company).get("/api/v1/programmes/%s/internships?limit=1".formatted(programme)))
                .get("items")
                .get(0)
                .get("id")
                .asString();
    }

    private record Seen(String list, Visitor.Visit visit) {}

    private String measured() throws InterruptedException, ExecutionException, IOException {
        List<Person> users = people();
        ConcurrentLinkedQueue<Seen> seen = new ConcurrentLinkedQueue<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> days = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Person person = users.get(i % users.size());
                int first = i;
                days.add(people.submit(() -> {
                    work(person, first, seen);
                    return null;
                }));
            }
            for (Future<?> day : days) {
                day.get();
            }
        }
        return page(seen);
    }

    /** All who can sign in, the roles mixed, so that no desk is looked at by one alone. */
    private List<Person> people() {
        Map<String, List<Person>> byRole = Stream.concat(
                        stack.users().stream()
                                .filter(user -> List.of("UNIVERSITY", "COMPANY", "OPERATIONS")
                                        .contains(user.role()))
                                .map(user -> new Person(
                                        user.role(), user.org(), () -> Visitor.signedIn(stack.console(), user))),
                        students())
                .collect(Collectors.groupingBy(Person::role));
        List<Person> mixed = new ArrayList<>();
        for (int i = 0; mixed.size() < PEOPLE; i++) {
            for (List<Person> ofRole : byRole.values()) {
                mixed.add(ofRole.get(i % ofRole.size()));
            }
        }
        return mixed;
    }

    private Stream<Person> students() {
        String university = organisations("UNIVERSITY").getFirst();
        PipelineSession session = client.as(university);
        return FileImport.expect(
                        session.get("/api/v1/programmes/%s/students?limit=%d".formatted(programme, PEOPLE / 4)))
                .get("items")
                .valueStream()
                .map(student -> {
                    String access = "/api/v1/people/%s/access"
                            .formatted(student.get("person").asString());
                    String link = FileImport.expect(session.post(access, Map.of()))
                            .get("link")
                            .asString();
                    return new Person("STUDENT", university, () -> Visitor.byLink(stack.console(), link));
                });
    }

    private void work(Person person, int first, ConcurrentLinkedQueue<Seen> seen)
            throws IOException, InterruptedException {
        List<String> lists = lists(person);
        try (Visitor visitor = person.entrance().enter()) {
            int visits = Math.max(1, ROUNDS * 11 / lists.size());
            for (int round = -ROUNDS_BEFORE; round < visits; round++) {
                for (int i = 0; i < lists.size(); i++) {
                    String list = lists.get((first + i) % lists.size());
                    Visitor.Visit visit = visitor.visit(list);
                    if (round >= 0) {
                        seen.add(new Seen(name(list), visit));
                    }
                    Thread.sleep(THINKING);
                }
            }
        }
    }

    private String name(String list) {
        return list.replace("?programme=" + programme, "")
                .replace(programme, "{programme}")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{opening}")
                .replaceFirst("&", "?");
    }

    private String page(ConcurrentLinkedQueue<Seen> seen) throws IOException {
        Map<String, List<Visitor.Visit>> byList = seen.stream()
                .collect(Collectors.groupingBy(
                        Seen::list, TreeMap::new, Collectors.mapping(Seen::visit, Collectors.toList())));
        String rows = byList.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return """
                # Benchmark of pages

                `./pipeline bench pages` writes this page: %,d students, %,d internships and an offer for each of them in one programme, and %d people who are signed in at
                the console of a running stack. Each looks at the lists of their desk, one after the other, and thinks for %d s in between. A time is from the request to the last
                byte at the reader, who runs on the same cores; sizes are before compression.

                | | |
                | --- | --- |
                | date | %s |
                | machine | %s, %d cores |
                | Java | %s %s |

                | list | visits | median | p95 | p95 to reach | | bytes |
                | --- | --- | --- | --- | --- | --- | --- |
                %s
                """.formatted(
                        STUDENTS,
                        INTERNSHIPS,
                        PEOPLE,
                        THINKING.toSeconds(),
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        rows);
    }

    private static String row(String list, List<Visitor.Visit> visits) {
        Measured times =
                Measured.of(visits.stream().mapToDouble(Visitor.Visit::ms).toArray());
        return "| `%s` | %d | %s | %s | %s | %s | %,d |"
                .formatted(
                        list,
                        visits.size(),
                        shown(times.medianMs()),
                        shown(times.p95Ms()),
                        shown(PROMISED_MS),
                        times.p95Ms() <= PROMISED_MS ? "reached" : "missed",
                        visits.stream().mapToInt(Visitor.Visit::bytes).max().orElseThrow());
    }
}
