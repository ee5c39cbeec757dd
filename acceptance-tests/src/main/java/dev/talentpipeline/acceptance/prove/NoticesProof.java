package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.CapturedMail;
import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.acceptance.prove.ToldMails.Came;
import dev.talentpipeline.acceptance.prove.ToldOffers.Person;
import dev.talentpipeline.acceptance.prove.ToldOffers.Told;
import dev.talentpipeline.acceptance.prove.WebhookReceiver.Taken;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.PipelineSession;
import dev.talentpipeline.stack.client.Reply;
import dev.talentpipeline.stack.client.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/**
 * Whether notices arrive once, in time, and urgent ones first: offers are told, each event twice, while notification-service is killed again and again;
 * then 200 urgent events come in a second; then mails are held back and let go. The stack has to let webhooks go to this machine:
 * {@code TALENTPIPELINE_WEBHOOKS_ALLOWED_HOSTS=localhost ./pipeline up}.
 */
final class NoticesProof implements Proof {

    private static final String VICTIM = "notification-service";
    private static final long SEED = 20_261_130;
    /** The claim of an endpoint outlives a sender that died by half a minute, so that webhooks leave in the later part of such a time. */
    private static final Duration LONGEST_BETWEEN_KILLS = Duration.ofSeconds(45);

    private static final Duration USUAL_BETWEEN_KILLS = Duration.ofSeconds(30);
    /** By so many events at most the second copy comes later. */
    private static final int LATER = 200;

    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(2);

    private static final int EVENTS_A_SECOND = 200;
    private static final Duration LONGEST_RUSH = Duration.ofSeconds(60);
    private static final Duration IN_TIME = Duration.ofSeconds(5);
    private static final int BACKLOG = 300;

    private static final BackOff PATIENT = new BackOff(200, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final int offers;
    private final int kills;
    private final Launcher launcher = new Launcher(Map.of());
    private final Random random = new Random(SEED);

    /** A proof of some size. */
    NoticesProof(int offers, int kills) {
        this.offers = offers;
        this.kills = kills;
    }

    @Override
    public List<String> run(PipelineClient client) {
        Checks checks = new Checks();
        StackFile.Client company = client.stack().clientWithRole("COMPANY");
        String university = client.stack().clientWithRole("UNIVERSITY").org();
        ToldMails mails = ToldMails.fromNow(new CapturedMail(client.stack().mail()));
        try (WebhookReceiver receiver = WebhookReceiver.start();
                ToldOffers telling = new ToldOffers(client, university, company.org())) {
            PipelineSession session = client.as(company.org());
            String webhook = idOf(session.post(
                    "/api/v1/webhooks", Map.of("url", receiver.address().toString())));
            try {
                List<Told> told = tellWhileKilling(telling);
                judgeOnce(told, mails, receiver, checks);
                judgeInTime(telling, told, mails, checks);
                judgeUrgentFirst(client.operations(), telling, told, mails, checks);
            } finally {
                PATIENT.untilAnswered(() -> session.delete("/api/v1/webhooks/" + webhook));
            }
        }
        return checks.failures();
    }

    /** The webhook that was made; a stack that lets none go to this machine can prove nothing here. */
    static String idOf(Reply made) {
        if (made.status() == 400) {
            throw new UnfitStackException(
                    "The stack must let webhooks go to localhost, where the proof listens. Stop it and start it by"
                            + " TALENTPIPELINE_WEBHOOKS_ALLOWED_HOSTS=localhost ./pipeline up --no-demo (it answered "
                            + made.summary() + ").");
        }
        return Season.expect(made).path("id").asString();
    }

    private List<Told> tellWhileKilling(ToldOffers telling) {
        telling.markets().forEach(event -> {
            telling.send(event);
            telling.send(event);
        });
        telling.flush();
        List<Told> told = new ArrayList<>();
        Duration apart = USUAL_BETWEEN_KILLS.multipliedBy(kills).dividedBy(offers);
        CompletableFuture<Void> publishing = CompletableFuture.runAsync(() -> publishTwice(telling, told, apart));
        for (int kill = 1; kill <= kills; kill++) {
            Pause.of(atMost(LONGEST_BETWEEN_KILLS));
            launcher.run("kill", VICTIM);
            System.out.printf("kill -9 %-22s %2d of %d%n", VICTIM, kill, kills);
            Pause.of(atMost(Duration.ofSeconds(3)));
            launcher.run("restart", VICTIM);
        }
        publishing.join();
        return List.copyOf(told);
    }

    /** Contacts and offers, each event a second time a little later and as it was. */
    private void publishTwice(ToldOffers telling, List<Told> told, Duration apart) {
        record Copy(int due, ProducerRecord<String, byte[]> event) {}
        var order = new Random(SEED);
        var copies = new PriorityQueue<>(Comparator.comparingInt(Copy::due));
        Instant began = Instant.now();
        for (int number = 0; number < offers; number++) {
            Told next = telling.newOffer(Person.someone(), number);
            for (ProducerRecord<String, byte[]> event :
                    List.of(telling.contact(next.person()), telling.extended(next))) {
                telling.send(event);
                copies.add(new Copy(number + order.nextInt(LATER), event));
            }
            told.add(next);
            while (!copies.isEmpty() && copies.peek().due() <= number) {
                telling.send(copies.poll().event());
            }
            pauseUntil(began.plus(apart.multipliedBy(number + 1L)));
        }
        copies.forEach(copy -> telling.send(copy.event()));
        telling.flush();
    }

    private void judgeOnce(List<Told> told, ToldMails mails, WebhookReceiver receiver, Checks checks) {
        Set<String> wanted = ids(told);
        Instant healed = Instant.now();
        await(() -> count(wanted, mails.read()) + countTaken(wanted, receiver.taken()), 2 * wanted.size());
        System.out.printf(
                "settled after             %d s%n",
                Duration.between(healed, Instant.now()).toSeconds());
        // What came too often may still be on its way.
        Pause.of(Duration.ofSeconds(5));
        List<Came> came = mails.read().values().stream()
                .filter(mail -> wanted.contains(mail.offer()))
                .toList();
        int arrived = count(wanted, mails.read());
        int doubles = came.stream().mapToInt(mail -> mail.times() - 1).sum();
        System.out.printf("offers told               %,d, each event twice, with %d kills%n", wanted.size(), kills);
        System.out.printf("mails                     %,d by Message-ID, %d raw doubles%n", came.size(), doubles);
        checks.holds(arrived == wanted.size(), "a mail about every offer is at the mail server");
        checks.holds(came.size() == arrived, "no offer has mails of two Message-IDs");
        checks.holds(doubles <= kills, "at most one raw double of a mail a kill");

        List<Taken> taken = receiver.taken().values().stream()
                .filter(message -> wanted.contains(message.offer()))
                .toList();
        int heard = countTaken(wanted, receiver.taken());
        int again = taken.stream().mapToInt(message -> message.times() - 1).sum();
        System.out.printf("webhook messages          %,d by webhook-id, %d raw doubles%n", taken.size(), again);
        checks.holds(heard == wanted.size(), "a message about every offer is at the receiver");
        checks.holds(taken.size() == heard, "no offer has messages of two webhook-ids");
        checks.holds(again <= kills, "at most one raw double of a webhook message a kill");
    }

    /** New offers for the same people, as fast as is promised to be mastered. */
    private void judgeInTime(ToldOffers telling, List<Told> before, ToldMails mails, Checks checks) {
        int events = Math.clamp(offers, 5 * EVENTS_A_SECOND, (int) LONGEST_RUSH.toSeconds() * EVENTS_A_SECOND);
        // A service that was killed a moment ago has to find its pace first.
        Map<String, Instant> first = rush(telling, before, 5 * EVENTS_A_SECOND);
        await(() -> count(first.keySet(), mails.read()), first.size());
        Instant began = Instant.now();
        Map<String, Instant> toldAt = rush(telling, before, events);
        double rate = events / (Duration.between(began, Instant.now()).toMillis() / 1000.0);
        await(() -> count(toldAt.keySet(), mails.read()), events);
        long[] waitsMs = mails.read().values().stream()
                .filter(mail -> toldAt.containsKey(mail.offer()))
                .mapToLong(mail ->
                        Duration.between(toldAt.get(mail.offer()), mail.first()).toMillis())
                .sorted()
                .toArray();
        long inTime = Arrays.stream(waitsMs)
                .filter(waitMs -> waitMs <= IN_TIME.toMillis())
                .count();
        System.out.printf("urgent events             %,d at %.0f a second%n", events, rate);
        System.out.printf(
                "event to mail server      p50 %d ms, p99 %d ms, longest %d ms; %.2f %% within %d s%n",
                percentile(waitsMs, 50),
                percentile(waitsMs, 99),
                percentile(waitsMs, 100),
                100.0 * inTime / events,
                IN_TIME.toSeconds());
        checks.holds(waitsMs.length == events, "a mail about every one of them is at the mail server");
        checks.holds(inTime == waitsMs.length, "each leaves within %d s of its event".formatted(IN_TIME.toSeconds()));
    }

    /** Tells of so many new offers, and says when each was told. */
    private static Map<String, Instant> rush(ToldOffers telling, List<Told> before, int events) {
        Duration apart = Duration.ofSeconds(1).dividedBy(EVENTS_A_SECOND);
        Map<String, Instant> toldAt = new HashMap<>();
        Instant began = Instant.now();
        for (int number = 0; number < events; number++) {
            Told next = telling.newOffer(before.get(number % before.size()).person(), number);
            toldAt.put(next.offer(), Instant.now());
            telling.send(telling.extended(next));
            pauseUntil(began.plus(apart.multipliedBy(number + 1L)));
        }
        telling.flush();
        return toldAt;
    }

    /** What is not urgent comes first and urgent mails after it, while nothing may leave. */
    private static void judgeUrgentFirst(
            PipelineSession operations, ToldOffers telling, List<Told> before, ToldMails mails, Checks checks) {
        int backlog = Math.min(BACKLOG, before.size());
        brake(operations, true);
        Set<String> unhurried = new HashSet<>();
        Set<String> urgent = new HashSet<>();
        try {
            for (Told told : before.subList(0, backlog)) {
                telling.send(telling.accepted(told));
                unhurried.add(told.offer());
            }
            telling.flush();
            await(() -> waiting(operations), backlog);
            for (int number = 0; number < backlog; number++) {
                Told next =
                        telling.newOffer(before.get(before.size() - 1 - number).person(), number);
                telling.send(telling.extended(next));
                urgent.add(next.offer());
            }
            telling.flush();
            await(() -> waiting(operations), 2 * backlog);
        } finally {
            brake(operations, false);
        }
        Supplier<List<Came>> left = () -> mails.read().values().stream()
                .filter(mail -> mail.version() == 1 ? urgent.contains(mail.offer()) : unhurried.contains(mail.offer()))
                .toList();
        await(() -> left.get().size(), 2 * backlog);
        Instant lastUrgent = Instant.MIN;
        Instant firstUnhurried = Instant.MAX;
        for (Came mail : left.get()) {
            if (mail.version() == 1) {
                lastUrgent = mail.first().isAfter(lastUrgent) ? mail.first() : lastUrgent;
            } else {
                firstUnhurried = mail.first().isBefore(firstUnhurried) ? mail.first() : firstUnhurried;
            }
        }
        System.out.printf("held back and let go      %d mails, then %d urgent ones%n", backlog, backlog);
        checks.holds(left.get().size() == 2 * backlog, "every mail that was held back left");
        checks.holds(!lastUrgent.isAfter(firstUnhurried), "every urgent one left before all others");
    }

    private static void brake(PipelineSession operations, boolean paused) {
        Reply reply = PATIENT.untilAnswered(() -> operations.put("/api/v1/brakes/EMAIL", Map.of("paused", paused)));
        Season.expect(reply);
    }

    /** The mails that could leave. */
    private static int waiting(PipelineSession operations) {
        JsonNode brakes = Season.expect(PATIENT.untilAnswered(() -> operations.get("/api/v1/brakes")));
        return brakes.path("items")
                .valueStream()
                .filter(brake -> brake.path("outlet").asString().equals("EMAIL"))
                .flatMap(brake -> brake.path("waiting").valueStream())
                .mapToInt(waiting -> waiting.path("count").asInt())
                .sum();
    }

    private static Set<String> ids(List<Told> told) {
        Set<String> ids = new HashSet<>();
        told.forEach(each -> ids.add(each.offer()));
        return ids;
    }

    /** How many of the offers a mail came about. */
    private static int count(Set<String> wanted, Map<String, Came> came) {
        return (int) came.values().stream()
                .map(Came::offer)
                .filter(wanted::contains)
                .distinct()
                .count();
    }

    private static int countTaken(Set<String> wanted, Map<String, Taken> taken) {
        return (int) taken.values().stream()
                .map(Taken::offer)
                .filter(wanted::contains)
                .distinct()
                .count();
    }

    /** Until there are so many, or nothing more has come for long. */
    private static void await(IntSupplier count, int wanted) {
        int seen = -1;
        Instant changed = Instant.now();
        while (seen < wanted && Duration.between(changed, Instant.now()).compareTo(WITHOUT_PROGRESS) < 0) {
            int now = count.getAsInt();
            if (now != seen) {
                seen = now;
                changed = Instant.now();
            }
            if (seen < wanted) {
                Pause.of(Duration.ofSeconds(1));
            }
        }
    }

    private static void pauseUntil(Instant until) {
        Duration left = Duration.between(Instant.now(), until);
        if (left.isPositive()) {
            Pause.of(left);
        }
    }

    private Duration atMost(Duration longest) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }

    private static long percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? 0 : sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
    }
}
