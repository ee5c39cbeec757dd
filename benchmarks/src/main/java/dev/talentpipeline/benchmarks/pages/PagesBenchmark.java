package dev.talentpipeline.benchmarks.pages;

import static dev.talentpipeline.benchmarks.load.FileImport.expect;

import dev.talentpipeline.benchmarks.load.Visitor;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.StackFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every list of the console while 20 people work, over a programme in full swing. Each person looks at one list after the other and thinks for a second in
 * between. A list that is empty, or that a part of could not be shown, ends the run.
 */
public final class PagesBenchmark {

    private static final int USUAL_STUDENTS = 20_000;
    private static final int USUAL_INTERNSHIPS = 3_000;
    private static final int PEOPLE = 20;
    private static final Duration THINKING = Duration.ofSeconds(1);
    private static final int ROUNDS_BEFORE = 2;

    /** Of one person: whoever has fewer lists looks at each more often. */
    private static final int VISITS = 170;

    private static final Path PAGE = Path.of("docs", "benchmarks-pages.md");

    private final PipelineClient client;
    private final StackFile stack;
    private final Happenings happenings;
    private final Desks desks;

    private PagesBenchmark(PipelineClient client, BusyProgramme programme, Happenings happenings) {
        this.client = client;
        this.happenings = happenings;
        stack = client.stack();
        desks = new Desks(programme.id(), happenings.offer());
    }

    /** Runs it against the stack whose {@code stack.json} is the last argument, before which may stand how many students and internships; writes the page. */
    public static void run(String... arguments) throws Exception {
        if (arguments.length != 1 && arguments.length != 3) {
            throw new IllegalArgumentException(
                    "arguments (%d) must be students and internships, which may be left out, and the path of a running stack's stack.json."
                            .formatted(arguments.length));
        }
        int students = arguments.length == 3 ? Integer.parseInt(arguments[0]) : USUAL_STUDENTS;
        int internships = arguments.length == 3 ? Integer.parseInt(arguments[1]) : USUAL_INTERNSHIPS;
        try (PipelineClient client = PipelineClient.fromStackFile(Path.of(arguments[arguments.length - 1]))) {
            BusyProgramme programme = BusyProgramme.entered(client, students, internships);
            Happenings happenings = Happenings.in(client, programme, PEOPLE / 4);
            System.out.println("All is told; people look at it.");
            Queue<PagesReport.Seen> seen = new PagesBenchmark(client, programme, happenings).measured();
            String page = new PagesReport(students, internships, PEOPLE, THINKING).page(seen);
            Files.writeString(PAGE, page);
            System.out.println(page);
        }
    }

    /** Somebody at a desk; a student has no password, but a link. */
    private record Person(String role, List<Listed> lists, Entrance entrance) {

        private interface Entrance {
            Visitor enter() throws IOException, InterruptedException;
        }
    }

    private Queue<PagesReport.Seen> measured() throws InterruptedException, ExecutionException {
        List<Person> users = people();
        Queue<PagesReport.Seen> seen = new ConcurrentLinkedQueue<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> days = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Person person = users.get(i);
                int first = i;
                days.add(people.submit(() -> {
                    work(person, first, seen);
                    return null;
                }));
            }
            try {
                for (Future<?> day : days) {
                    day.get();
                }
            } catch (ExecutionException e) {
                people.shutdownNow();
                throw e;
            }
        }
        return seen;
    }

    /** All who can sign in, the roles mixed, so that no desk is looked at by one alone. */
    private List<Person> people() {
        Map<String, List<Person>> byRole = Stream.concat(
                        stack.users().stream()
                                .filter(user -> List.of("UNIVERSITY", "COMPANY", "OPERATIONS")
                                        .contains(user.role()))
                                .map(user -> new Person(
                                        user.role(), lists(user), () -> Visitor.signedIn(stack.console(), user))),
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

    private List<Listed> lists(StackFile.User user) {
        return switch (user.role()) {
            case "UNIVERSITY" -> desks.university();
            case "COMPANY" -> desks.company(happenings.openingOf(user.org()));
            default -> desks.operations();
        };
    }

    private Stream<Person> students() {
        return happenings.visitors(PEOPLE / 4).stream().map(one -> {
            String link = expect(
                            client.as(one.university()).post("/api/v1/people/" + one.person() + "/access", Map.of()))
                    .get("link")
                    .asString();
            return new Person("STUDENT", desks.student(), () -> Visitor.byLink(stack.console(), link));
        });
    }

    private static void work(Person person, int first, Queue<PagesReport.Seen> seen)
            throws IOException, InterruptedException {
        List<Listed> lists = person.lists();
        try (Visitor visitor = person.entrance().enter()) {
            for (int round = -ROUNDS_BEFORE; round < Math.max(1, VISITS / lists.size()); round++) {
                for (int i = 0; i < lists.size(); i++) {
                    Listed list = lists.get((first + i) % lists.size());
                    Visitor.Visit visit = visitor.visit(list.path(), list::missingIn);
                    if (round >= 0) {
                        seen.add(new PagesReport.Seen(list.name(), visit.ms(), visit.bytes()));
                    }
                    Thread.sleep(THINKING);
                }
            }
        }
    }
}
