package dev.talentpipeline.acceptance.prove;

import dev.talentpipeline.acceptance.CapturedMail;
import dev.talentpipeline.acceptance.Launcher;
import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.BackOff;
import dev.talentpipeline.stack.client.PipelineClient;
import dev.talentpipeline.stack.client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * Kills every service, the broker and the database with {@code kill -9}, one after the other, while students are being posted, starts each
 * again, and then looks whether anything acknowledged was lost or anything promised was broken.
 */
final class KillsProof implements Proof {

    private static final int STUDENTS = 1_000;
    private static final int INTERNSHIPS = 150;
    private static final int SEATS = 8;
    private static final int POSTERS = 4;
    private static final Duration BETWEEN_POSTS = Duration.ofMillis(400);
    private static final List<String> VICTIMS =
            List.of("internship-service", "matching-service", "notification-service", "console", "kafka", "postgres");
    private static final Set<String> ACTIVE = Set.of("AWAITING_APPROVAL", "EXTENDED", "KEPT", "ACCEPTED", "CONFIRMED");
    private static final Set<String> TOLD =
            Set.of("EXTENDED", "ACCEPTED", "CONFIRMED", "DECLINED", "EXPIRED", "RESCINDED");
    private static final BackOff PATIENT = new BackOff(200, Duration.ofMillis(100), Duration.ofSeconds(2));

    private final Launcher launcher = new Launcher(Map.of());
    private final Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger refused = new AtomicInteger();

    @Override
    public List<String> run(PipelineClient client) {
        Season season = Season.open(client, "kills", Map.of("clearingInterval", "PT0.5S", "responseWindow", "P3D"));
        for (int i = 0; i < INTERNSHIPS; i++) {
            season.postInternship("K" + i, Map.of("seats", SEATS, "stipend", 3000 + i));
        }
        int mailBefore = mails(client).size();
        int kills = killWhilePosting(season);
        System.out.printf(
                "acknowledged students     %d of %d (%d refused)%n", acknowledged.size(), STUDENTS, refused.get());
        Checks checks = new Checks();
        checks.holds(
                acknowledged.size() == STUDENTS, "every student is acknowledged in the end, after repeated requests");
        judge(checks, season, client, mailBefore, kills);
        return checks.failures();
    }

    private int killWhilePosting(Season season) {
        AtomicInteger next = new AtomicInteger();
        int kills = 0;
        try (ExecutorService posters = Executors.newFixedThreadPool(POSTERS)) {
            List<CompletableFuture<Void>> posting = new ArrayList<>();
            for (int poster = 0; poster < POSTERS; poster++) {
                posting.add(CompletableFuture.runAsync(() -> post(season, next), posters));
            }
            for (String victim : VICTIMS) {
                Pause.of(Duration.ofSeconds(5));
                System.out.printf("kill -9 %-22s with %4d students acknowledged%n", victim, acknowledged.size());
                launcher.run("kill", victim);
                kills++;
                Pause.of(Duration.ofSeconds(3));
                launcher.run("restart", victim);
            }
            posting.forEach(CompletableFuture::join);
        }
        return kills;
    }

    private void post(Season season, AtomicInteger next) {
        for (int i = next.getAndIncrement(); i < STUDENTS; i = next.getAndIncrement()) {
            String number = "K%04d".formatted(i);
            Map<String, Object> body =
                    Season.student(number, Map.of("skills", List.of(Map.of("id", "python", "level", 3 + i % 3))));
            Reply reply =
                    PATIENT.untilAnswered(() -> season.university().put(season.path("/students/" + number), body));
            if (reply.successful()) {
                acknowledged.put(number, reply.body());
            } else {
                refused.incrementAndGet();
                System.out.println("refused " + number + ": " + reply.summary());
            }
            Pause.of(BETWEEN_POSTS);
        }
    }

    private void judge(Checks checks, Season season, PipelineClient client, int mailBefore, int kills) {
        Instant healed = Instant.now();
        List<JsonNode> offers = settledOffers(season);
        System.out.printf(
                "settled after             %d s%n",
                Duration.between(healed, Instant.now()).toSeconds());

        int inMarket = 0;
        for (JsonNode student : acknowledged.values()) {
            String ranking = season.path("/students/" + student.get("id").asString() + "/ranking");
            if (PATIENT.untilAnswered(() -> season.university().get(ranking)).successful()) {
                inMarket++;
            }
        }
        System.out.printf("students in the market    %d%n", inMarket);
        checks.holds(inMarket == acknowledged.size(), "every acknowledged student is in the market");

        Map<String, Integer> perInternship = new HashMap<>();
        Map<String, Integer> perStudent = new HashMap<>();
        for (JsonNode offer : offers) {
            if (ACTIVE.contains(offer.get("state").asString())) {
                perInternship.merge(offer.get("internship").asString(), 1, Integer::sum);
                perStudent.merge(offer.get("student").asString(), 1, Integer::sum);
            }
        }
        System.out.printf("students with an offer    %d%n", perStudent.size());
        checks.holds(
                perStudent.size() == Math.min(STUDENTS, INTERNSHIPS * SEATS),
                "every student that a seat is left for holds an offer");
        checks.holds(perInternship.values().stream().allMatch(taken -> taken <= SEATS), "no seat is taken twice");
        checks.holds(perStudent.values().stream().allMatch(held -> held == 1), "no student holds two offers");

        judgeMail(checks, client, offers, mailBefore, kills);
    }

    private static void judgeMail(
            Checks checks, PipelineClient client, List<JsonNode> offers, int mailBefore, int kills) {
        long told = offers.stream()
                .filter(offer -> TOLD.contains(offer.get("state").asString()))
                .count();
        Instant patience = Instant.now().plusSeconds(120);
        Map<String, Integer> byMessageId = byMessageId(client, mailBefore);
        while (byMessageId.size() < told && Instant.now().isBefore(patience)) {
            Pause.of(Duration.ofMillis(500));
            byMessageId = byMessageId(client, mailBefore);
        }
        int doubles = byMessageId.values().stream().mapToInt(count -> count - 1).sum();
        System.out.printf("offers told of            %d%n", told);
        System.out.printf("distinct mails            %d%n", byMessageId.size());
        System.out.printf("raw doubles               %d with %d kills%n", doubles, kills);
        checks.holds(byMessageId.size() >= told, "every offer was mailed");
        checks.holds(doubles <= kills, "at most one raw double a kill");
    }

    private static Map<String, Integer> byMessageId(PipelineClient client, int mailBefore) {
        Map<String, Integer> counts = new HashMap<>();
        List<JsonNode> mails = mails(client);
        for (JsonNode mail : mails.subList(Math.min(mailBefore, mails.size()), mails.size())) {
            counts.merge(mail.get("messageId").asString(), 1, Integer::sum);
        }
        return counts;
    }

    private static List<JsonNode> mails(PipelineClient client) {
        return new CapturedMail(client.stack().mail()).all();
    }

    /** The offers once every acknowledged student holds one, or nothing has changed for a while. */
    private static List<JsonNode> settledOffers(Season season) {
        Instant patience = Instant.now().plusSeconds(240);
        Instant changed = Instant.now();
        List<JsonNode> offers = List.of();
        while (Instant.now().isBefore(patience)) {
            List<JsonNode> now = season.offers("limit=200");
            if (!now.equals(offers)) {
                changed = Instant.now();
                offers = now;
            }
            if (Duration.between(changed, Instant.now()).toSeconds() > 45 || active(offers) == STUDENTS) {
                return offers;
            }
            Pause.of(Duration.ofSeconds(1));
        }
        return offers;
    }

    private static long active(List<JsonNode> offers) {
        return offers.stream()
                .filter(offer -> ACTIVE.contains(offer.get("state").asString()))
                .count();
    }
}
