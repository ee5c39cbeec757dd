package dev.talentpipeline.benchmarks.pages;

import static dev.talentpipeline.benchmarks.load.FileImport.expect;

import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What happens in a programme before somebody looks at it, so that no list is empty: some hundred offers are accepted, half of them endorsed, some of these have
 * their agreement drafted and signed by the university, companies invite, organisations have a webhook, and some events could not be read.
 */
final class Happenings {

    /** Offers of each company that are looked at, of which half are accepted. */
    private static final int OFFERS = 64;

    /** Of those that are endorsed, one in so many has an agreement. */
    private static final int DRAFTED_EVERY = 4;

    private static final int UNREADABLE = 60;

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration GIVE_UP = Duration.ofMinutes(2);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final PipelineClient client;
    private final BusyProgramme programme;

    /** By company, the accepted ones. */
    private final Map<String, List<Answered>> answered = new LinkedHashMap<>();

    /** By company, an opening of its own that has a seat to give. */
    private final Map<String, String> openings = new LinkedHashMap<>();

    private Happenings(PipelineClient client, BusyProgramme programme) {
        this.client = client;
        this.programme = programme;
    }

    /** An offer with the student whose it is. */
    record Answered(String offer, String student, String university, String person, String number) {}

    /** Lets all of it happen, and returns when those concerned have been told. */
    static Happenings in(PipelineClient client, BusyProgramme programme, int visitors)
            throws InterruptedException, ExecutionException {
        Happenings happenings = new Happenings(client, programme);
        happenings.happen(visitors);
        return happenings;
    }

    /** An opening of the company's own. */
    String openingOf(String company) {
        return Objects.requireNonNull(openings.get(company));
    }

    /** The offer whose events may be asked for. */
    String offer() {
        return answered.values().iterator().next().getFirst().offer();
    }

    /** So many students, of different companies' offers, and as far on as can be. */
    List<Answered> visitors(int count) {
        List<List<Answered>> byCompany = List.copyOf(answered.values());
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    List<Answered> ofOne = byCompany.get(i % byCompany.size());
                    return ofOne.get(i * ofOne.size() / count);
                })
                .toList();
    }

    private void happen(int visitors) throws InterruptedException, ExecutionException {
        programme.companies().forEach(this::choose);
        List<Answered> looking = visitors(visitors);
        looking.forEach(this::choices);
        together(answered.values(), offers -> offers.forEach(this::accept));
        programme.universities().forEach(this::endorse);
        answered.values().stream().flatMap(this::drafted).forEach(this::draft);
        List<String> companies = List.copyOf(answered.keySet());
        for (int i = 0; i < companies.size(); i++) {
            invite(companies.get(i), looking.get(i % looking.size()));
        }
        Stream.concat(programme.universities().stream(), programme.companies().stream())
                .forEach(this::hook);
        UnreadableEvents.write(client.stack().kafka(), UNREADABLE);
        awaitNews(looking);
    }

    /** Looks up the offers of a company and the students whose they are; the students' numbers are known to their universities only. */
    private void choose(String company) {
        List<JsonNode> offers = expect(client.as(company).get(programme.path("/offers?state=EXTENDED&limit=" + OFFERS)))
                .get("items")
                .valueStream()
                .toList();
        if (offers.size() < 2) {
            throw new IllegalStateException("offers (%d) of %s must be 2 at least. Maybe there are too few internships."
                    .formatted(offers.size(), company));
        }
        openings.put(company, offers.getLast().get("internship").asString());
        List<Answered> ofCompany = new ArrayList<>();
        for (JsonNode offer : offers.subList(0, offers.size() / 2)) {
            String student = offer.get("student").asString();
            String path = programme.path("/students/" + student);
            String university =
                    expect(client.operations().get(path)).get("university").asString();
            JsonNode known = expect(client.as(university).get(path));
            ofCompany.add(new Answered(
                    offer.get("id").asString(),
                    student,
                    university,
                    known.get("person").asString(),
                    known.get("number").asString()));
        }
        answered.put(company, List.copyOf(ofCompany));
    }

    private void choices(Answered one) {
        expect(client.as(one.university())
                .put(
                        programme.path("/students/" + one.number()),
                        programme.withChoices(one.university(), one.number(), List.copyOf(openings.values()))));
    }

    private void accept(Answered one) {
        PipelineSession student = acting(one);
        patiently(() -> student.post("/api/v1/offers/" + one.offer() + "/decisions", Map.of("decision", "ACCEPT")));
    }

    /** For the student, with a token that their university asked for. */
    private PipelineSession acting(Answered one) {
        return client.bearing(
                expect(client.as(one.university()).post("/api/v1/people/" + one.person() + "/access", Map.of()))
                        .get("access_token")
                        .asString());
    }

    /** In one request, the first half of each company's. */
    private void endorse(String university) {
        List<String> offers = answered.values().stream()
                .flatMap(this::endorsed)
                .filter(one -> one.university().equals(university))
                .map(Answered::offer)
                .toList();
        if (offers.isEmpty()) {
            throw new IllegalStateException(
                    "%s must have offers to endorse. Maybe there are too few internships.".formatted(university));
        }
        JsonNode became = expect(client.as(university)
                .post("/api/v1/offers/decisions", Map.of("decision", "ENDORSE", "offers", offers)));
        became.get("items").forEach(item -> {
            if (item.get("status").asInt() != 200) {
                throw new IllegalStateException("Each offer must be endorsed: " + item);
            }
        });
    }

    private Stream<Answered> endorsed(List<Answered> ofCompany) {
        return ofCompany.stream().limit((ofCompany.size() + 1) / 2);
    }

    private Stream<Answered> drafted(List<Answered> ofCompany) {
        List<Answered> endorsed = endorsed(ofCompany).toList();
        return IntStream.range(0, endorsed.size())
                .filter(i -> i % DRAFTED_EVERY == 0)
                .mapToObj(endorsed::get);
    }

    private void draft(Answered one) {
        PipelineSession university = client.as(one.university());
        String agreement = "/api/v1/offers/" + one.offer() + "/agreement";
        expect(university.put(
                agreement,
                Map.of(
                        "number",
                        one.number(),
                        "insurance",
                        Map.of("insurer", "Example Insurance", "policyNumber", "P-1", "paidBy", "COMPANY"),
                        "mentor",
                        "Gao Min",
                        "supervisor",
                        "Zhou Ning")));
        expect(university.post(
                agreement + "/signatures",
                Map.of("signedOn", LocalDate.now(CHINA).toString())));
    }

    /** Invites a visitor and somebody of each university, so that every desk has a meeting. */
    private void invite(String company, Answered visitor) {
        List<Answered> all = answered.values().stream().flatMap(List::stream).toList();
        Stream<Answered> ofEach = programme.universities().stream()
                .filter(university -> !university.equals(visitor.university()))
                .flatMap(university -> all.stream()
                        .filter(one -> one.university().equals(university))
                        .limit(1));
        Stream.concat(Stream.of(visitor), ofEach)
                .forEach(one -> expect(client.as(company)
                        .post(
                                programme.path("/invitations"),
                                Map.of("internship", openingOf(company), "student", one.student()))));
    }

    /** One that is there and is not used: nothing is to leave the machine. */
    private void hook(String organisation) {
        PipelineSession session = client.as(organisation);
        if (expect(session.get("/api/v1/webhooks")).get("items").isEmpty()) {
            JsonNode webhook = expect(session.post(
                    "/api/v1/webhooks", Map.of("url", "https://hooks.invalid/" + organisation, "kind", "STANDARD")));
            expect(session.post(
                    "/api/v1/webhooks/" + webhook.get("id").asString() + "/state", Map.of("state", "DISABLED")));
        }
    }

    private void awaitNews(List<Answered> looking) throws InterruptedException {
        Stream<PipelineSession> students = looking.stream().map(this::acting);
        Stream<PipelineSession> desks = Stream.concat(programme.universities().stream(), programme.companies().stream())
                .map(client::as);
        for (PipelineSession session : Stream.concat(students, desks).toList()) {
            await(
                    session,
                    "/api/v1/notices?limit=1",
                    found -> !found.get("items").isEmpty());
        }
        await(
                client.operations(),
                "/api/v1/journeys?q=" + offer(),
                found -> !found.get("items").isEmpty());
        await(
                client.operations(),
                "/api/v1/dead-letters",
                found -> !found.get("causes").isEmpty());
    }

    private static void await(PipelineSession session, String path, Predicate<JsonNode> there)
            throws InterruptedException {
        long deadlineNanos = System.nanoTime() + GIVE_UP.toNanos();
        while (!there.test(expect(session.get(path)))) {
            if (System.nanoTime() - deadlineNanos > 0) {
                throw new IllegalStateException("%s must show something within %s.".formatted(path, GIVE_UP));
            }
            Thread.sleep(LOOK_EVERY);
        }
    }

    private static void patiently(Supplier<Reply> request) {
        expect(BackOff.ABOUT_A_MINUTE.untilAnswered(request));
    }

    private static <T> void together(Iterable<T> all, Consumer<T> act) throws InterruptedException, ExecutionException {
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> acts = new ArrayList<>();
            all.forEach(each -> acts.add(hands.submit(() -> act.accept(each))));
            for (Future<?> one : acts) {
                one.get();
            }
        }
    }
}
