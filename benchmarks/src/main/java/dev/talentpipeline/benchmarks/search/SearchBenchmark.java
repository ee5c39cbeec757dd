package dev.talentpipeline.benchmarks.search;

import static dev.talentpipeline.benchmarks.Measured.shown;
import static dev.talentpipeline.benchmarks.load.FileImport.expect;

import dev.talentpipeline.benchmarks.Machine;
import dev.talentpipeline.benchmarks.Measured;
import dev.talentpipeline.benchmarks.load.Cohort;
import dev.talentpipeline.benchmarks.load.FileImport;
import dev.talentpipeline.benchmarks.load.Visitor;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * How soon operations has what became of a student whose number somebody tells them: at the desk, from the form with the number to the whole page of all that names the student, and by the API, from the
 * number to the whole event history. Nothing is left out on the way: the sign-in's session, the gateway's token, the look-up with its entry on the trail, and the search in the journal.
 */
public final class SearchBenchmark {

    private static final int USUAL_STUDENTS = 100_000;
    private static final int USUAL_EVENTS = 1_000_000;
    private static final int WARMING_UP = 200;
    private static final int SEARCHES = 1_000;
    private static final double PROMISED_MS = 100;
    private static final Duration TO_BE_READ = Duration.ofMinutes(10);
    private static final int LOOK_EVERY_MS = 500;
    private static final Path PAGE = Path.of("docs", "benchmarks-search.md");

    private static final Pattern LEADS_TO = Pattern.compile("href=\"/operations/journeys/([0-9a-f-]{32,36})\"");
    private static final String TROUBLE = "alert alert-danger";

    private final StackFile stack;
    private final PipelineSession operations;
    private final PipelineSession university;
    private final String owner;
    private final Cohort cohort = new Cohort("q" + UUID.randomUUID().toString().substring(0, 6));
    private final int students;
    /** The same students each time that it is measured. */
    private final Random random = new Random(7);

    private SearchBenchmark(PipelineClient client, int students) {
        stack = client.stack();
        operations = client.operations();
        owner = stack.clientWithRole("UNIVERSITY").org();
        university = client.as(owner);
        this.students = students;
    }

    /** Runs it against the stack whose {@code stack.json} is the last argument, before which may stand how many students and events; writes the page. */
    public static void run(String... arguments) throws Exception {
        if (arguments.length != 1 && arguments.length != 3) {
            throw new IllegalArgumentException(
                    "arguments (%d) must be students and events, which may be left out, and the path of a running stack's stack.json."
                            .formatted(arguments.length));
        }
        int students = arguments.length == 3 ? Integer.parseInt(arguments[0]) : USUAL_STUDENTS;
        int events = arguments.length == 3 ? Integer.parseInt(arguments[1]) : USUAL_EVENTS;
        Path stackFile = Path.of(arguments[arguments.length - 1]);
        try (PipelineClient client = PipelineClient.fromStackFile(stackFile);
                FilledJournal journal = new FilledJournal(stackFile)) {
            String page = new SearchBenchmark(client, students).measured(journal, events);
            Files.writeString(PAGE, page);
            System.out.println(page);
        }
    }

    private String measured(FilledJournal journal, int events) throws IOException, InterruptedException, SQLException {
        String programme = "search-" + UUID.randomUUID().toString().substring(0, 8);
        // Nobody clears it meanwhile.
        expect(operations.put("/api/v1/programmes/" + programme, Map.of("name", "Search", "clearingInterval", "PT1H")));
        FileImport.read(university, programme, "STUDENTS", cohort.csv(students, 0))
                .commit();
        awaitJournalled(cohort.number(students - 1));
        long held = journal.fill(programme, students, events);
        System.out.printf("%,d events are in the journal%n", held);
        StackFile.User user = stack.users().stream()
                .filter(each -> each.role().equals("OPERATIONS"))
                .findFirst()
                .orElseThrow();
        try (Visitor desk = Visitor.signedIn(stack.console(), user)) {
            Measured found = times(() -> atTheDesk(desk, number()).ms());
            Measured history = times(() -> {
                Matcher person = LEADS_TO.matcher(atTheDesk(desk, number()).body());
                if (!person.find()) {
                    throw new IllegalStateException("The page must lead to the person.");
                }
                return desk.visit("/operations/journeys/" + person.group(1), SearchBenchmark::missingInHistory)
                        .ms();
            });
            Measured api = times(() -> byTheApi(number()));
            return page(held, found, history, api);
        }
    }

    private String number() {
        return cohort.number(random.nextInt(students));
    }

    /** The page to which the form with a number leads, and which has to name the person, the student and something that became of them. */
    private Visitor.Visit atTheDesk(Visitor desk, String number) throws IOException, InterruptedException {
        return desk.visit("/operations/journeys?q=%s&organisation=%s".formatted(number, owner), body -> {
            Set<String> ids = new HashSet<>();
            Matcher leads = LEADS_TO.matcher(body);
            while (leads.find()) {
                ids.add(leads.group(1));
            }
            return ids.size() < 3 || body.contains(TROUBLE)
                    ? Optional.of("The search must lead to more than %s.".formatted(ids))
                    : Optional.empty();
        });
    }

    private static Optional<String> missingInHistory(String body) {
        return body.contains("class=\"timeline-event") && !body.contains(TROUBLE)
                ? Optional.empty()
                : Optional.of("The event history must hold events.");
    }

    /** From a number to ids, to what they lead to, to all events with the person's id. */
    private double byTheApi(String number) {
        long began = System.nanoTime();
        JsonNode called = expect(operations.get("/api/v1/lookups?organisation=%s&called=%s".formatted(owner, number)));
        String person = called.path("found").path(0).path("id").asString();
        JsonNode found = expect(operations.get("/api/v1/journeys?q=" + person));
        JsonNode history = expect(operations.get("/api/v1/journeys/" + person));
        double ms = (System.nanoTime() - began) / 1e6;
        if (found.path("items").isEmpty() || history.path("items").isEmpty()) {
            throw new IllegalStateException("person (%s) must be in the journal.".formatted(person));
        }
        return ms;
    }

    /** Until monitoring-service has read the profile of the last of the file. */
    private void awaitJournalled(String number) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + TO_BE_READ.toNanos();
        JsonNode called = expect(operations.get("/api/v1/lookups?organisation=%s&called=%s".formatted(owner, number)));
        String person = called.path("found").path(0).path("id").asString();
        while (expect(operations.get("/api/v1/journeys?q=" + person))
                        .path("items")
                        .isEmpty()
                || waiting() > 0) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new IllegalStateException(
                        "The last profile must be in the journal within %s.".formatted(TO_BE_READ));
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
    }

    private long waiting() {
        return expect(operations.get("/api/v1/lag"))
                .path("groups")
                .valueStream()
                .mapToLong(group -> group.path("events").asLong())
                .sum();
    }

    private interface Search {
        double ms() throws IOException, InterruptedException;
    }

    private static Measured times(Search search) throws IOException, InterruptedException {
        for (int i = 0; i < WARMING_UP; i++) {
            search.ms();
        }
        double[] ms = new double[SEARCHES];
        for (int i = 0; i < SEARCHES; i++) {
            ms[i] = search.ms();
        }
        return Measured.of(ms);
    }

    private String page(long held, Measured found, Measured history, Measured api) throws IOException {
        return """
                # Benchmark of the search

                `./pipeline bench search [STUDENTS EVENTS]` writes this page: everything in one run, through the front door of a running stack
                (`./pipeline up --detach --no-demo`).

                | | |
                | --- | --- |
                | date | %s |
                | machine | %s, %d cores, for the whole stack and whoever searches |
                | Java | %s %s |
                | journal | %,d events, of %,d students of one programme |

                | work | to reach, p95 | median | p95 | p99 | |
                | --- | --- | --- | --- | --- | --- |
                | the page of the desk to which a student number leads: who that is in each programme, and all that events with the person's id are about | %s | %s | %s | %s | %s |
                | the page of the event history behind it |  | %s | %s | %s |  |
                | by the API, three requests one after the other: number → ids → what is about them → event history |  | %s | %s | %s |  |

                Of each, %,d searches for students at random, after %d that are not counted, one after the other. A time is from the request to the last byte. The students
                were imported; the journal is filled up with further events about them, in its database, which are taken out again afterwards.
                """.formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Machine.processor(),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("java.vm.name"),
                        Runtime.version(),
                        held,
                        students,
                        shown(PROMISED_MS),
                        shown(found.medianMs()),
                        shown(found.p95Ms()),
                        shown(found.p99Ms()),
                        found.p95Ms() <= PROMISED_MS ? "reached" : "missed",
                        shown(history.medianMs()),
                        shown(history.p95Ms()),
                        shown(history.p99Ms()),
                        shown(api.medianMs()),
                        shown(api.p95Ms()),
                        shown(api.p99Ms()),
                        SEARCHES,
                        WARMING_UP);
    }
}
