package dev.talentpipeline.internship.proof;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many at once who do in two programmes whatever may be done and much that may not: proposals of any pair, every decision, withdrawals, returns and
 * changes of seats. Every person is a student of both programmes, so that their commitments meet. What is not answered in time expires.
 */
final class Crowd {

    private static final int SEATS = 3;
    private static final int SEATS_MOST = 5;
    private static final int SETTERS_UP = 8;
    private static final int CALLERS_AN_UNANSWERED = 4;
    private static final int DECISIONS_A_CHANGE = 4;
    private static final int SERVER_FAULT = 500;
    /** All connections were in use: nothing was done, and the caller is asked to come again. */
    private static final int COME_AGAIN = 503;

    private static final Duration MORE_AT_MOST = Duration.ofMinutes(1);
    private static final Duration PAUSE_OF_WATCH = Duration.ofMillis(25);

    private static final List<String> ALL =
            List.of("APPROVE", "VETO", "ACCEPT", "KEEP", "DECLINE", "ENDORSE", "REFUSE", "RELEASE", "REFUSE_RELEASE");
    private static final Map<String, List<String>> FITTING = Map.of(
            "AWAITING_APPROVAL", List.of("APPROVE", "APPROVE", "APPROVE", "VETO"),
            "EXTENDED", List.of("ACCEPT", "ACCEPT", "ACCEPT", "KEEP", "DECLINE"),
            "KEPT", List.of("ACCEPT", "DECLINE"),
            "ACCEPTED", List.of("ENDORSE", "ENDORSE", "ENDORSE", "REFUSE", "RELEASE"),
            "CONFIRMED", List.of("RELEASE", "RELEASE", "REFUSE_RELEASE"));
    private static final Map<String, String> REASONED =
            Map.of("VETO", "no-fit", "DECLINE", "too-far", "REFUSE", "no-credit", "RELEASE", "illness");

    /** How large it is; seats are those at the start. */
    record Size(int threads, int students, int seats) {}

    /** An offer that was active a moment ago. */
    private record Seen(String id, String programme, String state, String person, boolean releaseAsked) {}

    private record Opening(String id, String programme, String reference) {}

    private final Size size;
    private final Market market;
    private final Participants participants;
    private final Matcher matcher;
    private final JdbcClient jdbc;

    private final List<String> programmes = new ArrayList<>();
    private final Map<String, List<Entered>> students = new HashMap<>();
    private final Map<String, List<Opening>> openings = new HashMap<>();
    private final Map<String, Api> tokens = new ConcurrentHashMap<>();
    private final AtomicLong clearings = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong proposed = new AtomicLong();
    private final AtomicLong decided = new AtomicLong();
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();
    private final AtomicLong changed = new AtomicLong();
    private volatile long answered;
    private volatile List<Seen> active = List.of();

    private final Map<String, Integer> carriedOut = new ConcurrentHashMap<>();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final Map<String, Integer> faults = new ConcurrentHashMap<>();

    Crowd(Size size, Market market, Participants participants, Matcher matcher, JdbcClient jdbc) {
        this.size = size;
        this.market = market;
        this.participants = participants;
        this.matcher = matcher;
        this.jdbc = jdbc;
    }

    List<String> programmes() {
        return programmes;
    }

    Map<String, Integer> carriedOut() {
        return carriedOut;
    }

    Map<String, Integer> refused() {
        return refused;
    }

    /** Acts that neither happened nor were refused: the service failed in them. */
    Map<String, Integer> faults() {
        return faults;
    }

    /**
     * Proposals are sent, not asked: nothing keeps a crowd that waits for offers from proposing ever more, behind which the next ones wait even
     * longer, until what they rest on has changed. So only few may be unanswered.
     */
    private boolean isBehind() {
        return proposed.get() - answered > size.threads() / CALLERS_AN_UNANSWERED;
    }

    /** One programme lets offers out at once and endorses, the other lets companies approve. */
    void setUp() throws Exception {
        Map<String, @Nullable Object> windows = new HashMap<>(Bodies.programme());
        List.of("responseWindow", "approvalWindow", "keepWindow").forEach(window -> windows.put(window, "PT2S"));
        windows.put("endorsementWindow", "PT4S");
        programmes.add(market.programme(Bodies.with(windows, "universityEndorsement", true)));
        programmes.add(market.programme(Bodies.with(windows, "offerPolicy", "COMPANY_APPROVAL")));
        try (ExecutorService setters = Executors.newFixedThreadPool(SETTERS_UP)) {
            List<Future<Entered>> entered = new ArrayList<>();
            for (String programme : programmes) {
                for (int i = 0; i < size.students() / programmes.size(); i++) {
                    String number = programmes.getFirst().substring(0, 12) + "-" + i;
                    entered.add(setters.submit(() -> market.student(programme, number)));
                }
            }
            int each = size.students() / programmes.size();
            for (int i = 0; i < entered.size(); i++) {
                students.computeIfAbsent(programmes.get(i / each), _ -> new ArrayList<>())
                        .add(entered.get(i).get());
            }
        }
        for (String programme : programmes) {
            for (int i = 0; i < size.seats() / SEATS / programmes.size(); i++) {
                String reference = "r" + UUID.randomUUID().toString().substring(0, 12);
                String id = participants
                        .company(Market.COMPANY)
                        .put(internship(programme, reference), seats(SEATS))
                        .text("id");
                openings.computeIfAbsent(programme, _ -> new ArrayList<>()).add(new Opening(id, programme, reference));
            }
            // Nobody acts before proposals are answered: a crowd that can only propose would do nothing else.
            market.admitted(
                    Matcher.proposal(
                            programme,
                            clearings.incrementAndGet(),
                            students.get(programme).getFirst().id(),
                            openings.get(programme).getFirst().id()),
                    programme.equals(programmes.getFirst()) ? "EXTENDED" : "AWAITING_APPROVAL");
        }
    }

    /**
     * Lets everybody act until the time is up, each of these acts has been carried out and there are more moves than students, or it is told to
     * stop.
     */
    void act(Duration least, Set<String> acts, AtomicBoolean stop) throws InterruptedException {
        long leastUntil = System.nanoTime() + least.toNanos();
        long mostUntil = leastUntil + MORE_AT_MOST.toNanos();
        BooleanSupplier goesOn = () -> !stop.get()
                && (System.nanoTime() < leastUntil
                        || (System.nanoTime() < mostUntil
                                && !(carriedOut.keySet().containsAll(acts) && moves() > size.students())));
        CountDownLatch gone = new CountDownLatch(size.threads());
        Thread watch = Thread.ofPlatform().name("crowd-watch").start(this::watch);
        for (int i = 0; i < size.threads(); i++) {
            long seed = i;
            Thread.ofPlatform().name("crowd-" + i).start(() -> {
                RandomGenerator random =
                        RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
                try {
                    while (goesOn.getAsBoolean()) {
                        actOnce(random);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    gone.countDown();
                }
            });
        }
        gone.await();
        over.set(true);
        watch.join();
    }

    /** What the trail is to show: answers to proposals, and decisions. */
    private long moves() {
        return answered
                + ALL.stream().mapToInt(act -> carriedOut.getOrDefault(act, 0)).sum();
    }

    private void watch() {
        while (!over.get()) {
            answered = jdbc.sql("select count(*) from offer where programme = any(?)")
                    .param(programmes.toArray(String[]::new))
                    .query(Long.class)
                    .single();
            active = jdbc.sql("""
                            select id, programme, state, person, release_asked_by is not null as asked from offer
                            where programme = any(?) and offer_is_active(state)
                            """)
                    .param(programmes.toArray(String[]::new))
                    .query((row, _) -> new Seen(
                            row.getString("id"),
                            row.getString("programme"),
                            row.getString("state"),
                            row.getString("person"),
                            row.getBoolean("asked")))
                    .list();
            try {
                Thread.sleep(PAUSE_OF_WATCH);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void actOnce(RandomGenerator random) throws InterruptedException {
        String programme = programmes.get(random.nextInt(programmes.size()));
        int act = random.nextInt(100);
        if (act < 30) {
            propose(random);
        } else if (act < 85) {
            decide(random);
        } else if (decided.get() < DECISIONS_A_CHANGE * changed.get()) {
            // What changes faster than anybody answers leaves only proposals that are stale.
            Thread.sleep(PAUSE_OF_WATCH);
        } else {
            changed.incrementAndGet();
            change(programme, act, random);
        }
    }

    private void change(String programme, int act, RandomGenerator random) {
        if (act < 92) {
            Opening opening = any(openings.get(programme), random);
            int seats = 1 + random.nextInt(SEATS_MOST);
            count(
                    "SEATS",
                    participants.company(Market.COMPANY).put(internship(programme, opening.reference()), seats(seats)));
        } else if (act < 95) {
            Entered student = any(students.get(programme), random);
            count("WITHDRAW", university().delete(student(programme, student)));
        } else {
            Entered student = any(students.get(programme), random);
            count("RETURN", university().put(student(programme, student), Bodies.student()));
        }
    }

    /** One person in both programmes, or in one: whoever has an offer in each can commit to both. */
    private void propose(RandomGenerator random) throws InterruptedException {
        if (isBehind()) {
            Thread.sleep(PAUSE_OF_WATCH);
            return;
        }
        int person = random.nextInt(
                Objects.requireNonNull(students.get(programmes.getFirst())).size());
        for (String programme : programmes) {
            if (random.nextInt(10) > 0) {
                Entered student =
                        Objects.requireNonNull(students.get(programme)).get(person);
                propose(programme, student, any(openings.get(programme), random));
            }
        }
    }

    /** In their newest versions, in place of what the student keeps if anything. */
    private void propose(String programme, Entered student, Opening opening) {
        proposed.incrementAndGet();
        List<Long> versions = jdbc.sql("""
                        select (select version from programme where id = ?), (select version from student where id = cast(? as uuid)),
                            (select version from internship where id = cast(? as uuid))
                        """)
                .param(programme)
                .param(student.id())
                .param(opening.id())
                .query((row, _) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
        matcher.emit(Matcher.proposal(
                programme,
                clearings.incrementAndGet(),
                student.id(),
                opening.id(),
                versions.get(0),
                versions.get(1),
                versions.get(2)));
        carriedOut.merge("PROPOSE", 1, Integer::sum);
    }

    private void decide(RandomGenerator random) throws InterruptedException {
        List<Seen> now = active;
        if (now.isEmpty()) {
            Thread.sleep(PAUSE_OF_WATCH);
            return;
        }
        String person = any(now, random).person();
        if (!inHand.add(person)) {
            // Ten who ask for the same only keep the others' proposals waiting for a connection.
            Thread.sleep(PAUSE_OF_WATCH);
            return;
        }
        try {
            decide(person, now, random);
        } finally {
            inHand.remove(person);
        }
    }

    /** What one person holds is decided on in the same moment, and some of it twice: that is where decisions race. */
    private void decide(String person, List<Seen> now, RandomGenerator random) throws InterruptedException {
        List<Seen> those = new ArrayList<>(
                now.stream().filter(offer -> offer.person().equals(person)).toList());
        if (random.nextInt(3) == 0) {
            those.add(any(those, random));
        }
        // Most wait for the answer of a company before they answer another, and half of them want all that they get.
        boolean waits = those.stream().anyMatch(Crowd::isAwaited) && random.nextInt(4) > 0;
        boolean wantsAll = random.nextBoolean();
        List<Thread> deciders = those.stream()
                .filter(offer -> !isLeftAlone(offer) && (!waits || isAwaited(offer)))
                .map(offer -> {
                    RandomGenerator its = new SplittableRandom(random.nextLong());
                    return Thread.ofVirtual()
                            .unstarted(() -> decide(
                                    offer,
                                    wantsAll && offer.state().equals("EXTENDED") ? "ACCEPT" : one(offer, its),
                                    its));
                })
                .toList();
        deciders.forEach(Thread::start);
        for (Thread decider : deciders) {
            decider.join();
        }
    }

    /** Some are never answered, so that deadlines pass however quick everybody else is. */
    private static boolean isLeftAlone(Seen offer) {
        return !offer.state().equals("CONFIRMED") && (offer.id() + offer.state()).hashCode() % 4 == 0;
    }

    private static boolean isAwaited(Seen offer) {
        return offer.state().equals("AWAITING_APPROVAL");
    }

    private static String one(Seen offer, RandomGenerator random) {
        if (offer.state().equals("CONFIRMED") && offer.releaseAsked()) {
            return "RELEASE";
        }
        return random.nextInt(10) == 0 ? any(ALL, random) : any(FITTING.get(offer.state()), random);
    }

    private void decide(Seen offer, String decision, RandomGenerator random) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("decision", decision);
        if (REASONED.containsKey(decision)) {
            body.put("reason", REASONED.get(decision));
        }
        Api party = switch (decision) {
            case "APPROVE", "VETO" -> participants.company(Market.COMPANY);
            case "ENDORSE", "REFUSE" -> university();
            case "RELEASE", "REFUSE_RELEASE" ->
                random.nextBoolean() ? participants.company(Market.COMPANY) : student(offer.person());
            default -> student(offer.person());
        };
        decided.incrementAndGet();
        count(decision, party.post("/offers/%s/decisions".formatted(offer.id()), body));
    }

    private void count(String act, Api.Answer answer) {
        Map<String, Integer> counts = answer.status() < 300
                ? carriedOut
                : answer.status() < SERVER_FAULT || answer.status() == COME_AGAIN ? refused : faults;
        String what = counts == carriedOut ? act : act + " " + answer.status() + " " + problem(answer);
        counts.merge(what, 1, Integer::sum);
    }

    private static String problem(Api.Answer answer) {
        String type = answer.text("type");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private Api university() {
        return tokens.computeIfAbsent("university", _ -> participants.university(Market.UNIVERSITY));
    }

    private Api student(String person) {
        return tokens.computeIfAbsent(person, id -> participants.student(Market.UNIVERSITY, id));
    }

    private static String internship(String programme, String reference) {
        return "/programmes/%s/internships/%s".formatted(programme, reference);
    }

    private static String student(String programme, Entered student) {
        return "/programmes/%s/students/%s".formatted(programme, student.number());
    }

    private static Map<String, @Nullable Object> seats(int seats) {
        return Bodies.with(Bodies.internship(), "seats", seats);
    }

    private static <T> T any(@Nullable List<T> from, RandomGenerator random) {
        List<T> some = Objects.requireNonNull(from);
        return some.get(random.nextInt(some.size()));
    }
}
