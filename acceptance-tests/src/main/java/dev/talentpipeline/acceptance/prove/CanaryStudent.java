package dev.talentpipeline.acceptance.prove;

import static dev.talentpipeline.acceptance.Season.expect;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.talentpipeline.acceptance.Season;
import dev.talentpipeline.stack.client.PipelineSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A student of whom a canary stands in every field that anybody may fill about them: on the roll, in profile and certificate, in files that are
 * imported, in what is said and shown when they meet a company, in letters, agreements, job offer and destination.
 */
final class CanaryStudent {

    private static final Duration READING = Duration.ofSeconds(30);
    private static final String HEADER = "number,name,email,phone,major,graduatesOn\n";

    private final Season season;
    private final String canary;
    private final String roll;
    private final JsonNode entered;
    private final PipelineSession self;

    private CanaryStudent(Season season, String canary, String roll, JsonNode entered) {
        this.season = season;
        this.canary = canary;
        this.roll = roll;
        this.entered = entered;
        this.self = season.themselves(entered.get("person").asString());
    }

    /** Is on the roll, claims the entry, and is entered into the programme. */
    static CanaryStudent enter(Season season, PipelineSession nobody, String university, String canary) {
        String roll = "/api/v1/organisations/" + university + "/roll/" + canary;
        expect(season.university()
                .put(
                        roll,
                        Map.of(
                                "name", "王 " + canary,
                                "major", "Major " + canary,
                                "degree", "MASTER",
                                "graduatesOn", "2027-06-30",
                                "phone", "+86 " + canary,
                                "email", "roll-" + canary + "@students.example.org")));
        String secret = expect(season.university().post(roll + "/claim-links", Map.of()))
                .get("secret")
                .asString();
        expect(nobody.post("/api/v1/roll-claims", Map.of("secret", secret, "email", canary + "@students.example.org")));
        return new CanaryStudent(season, canary, roll, season.postStudent(canary, profile(canary)));
    }

    private static Map<String, Object> profile(String canary) {
        return Map.of(
                "name", "王 " + canary,
                "email", canary + "@students.example.org",
                "phone", "+86 " + canary,
                "major", "Major " + canary,
                "researchTopics", List.of("topic " + canary),
                "availableFrom", today());
    }

    String student() {
        return entered.get("id").asString();
    }

    String person() {
        return entered.get("person").asString();
    }

    PipelineSession themselves() {
        return self;
    }

    /** What they say of themselves, and a certificate that the university has seen. */
    void describe() {
        expect(self.put(season.path("/students/me"), Season.student(canary, profile(canary))));
        String certificate = "/api/v1/people/" + person() + "/certificates/ai-engineer";
        expect(self.put(
                certificate,
                Map.of(
                        "level",
                        "SENIOR",
                        "number",
                        "C " + canary,
                        "issuedOn",
                        "2026-05-01",
                        "skills",
                        List.of(Map.of("id", "python", "level", 4)))));
        expect(season.university().post(certificate + "/decisions", Map.of("decision", "VERIFY")));
    }

    /** A table that is committed, one that waits for it, one that is wrong, and a résumé that waits. */
    void importThem() {
        String committed = upload(HEADER + row("86 " + canary + " 2", "2027-06-30"), "READY");
        expect(season.university().post(committed + "/commit", Map.of()));
        awaitState(committed, "COMMITTED");
        upload(HEADER + row("86 " + canary + " 3", "2027-06-30"), "READY");
        upload(HEADER + row("86 " + canary + " 4", "2027-13-" + canary), "READY");
        upload("""
                {"basics": {"name": "王 CANARY", "email": "CANARY@students.example.org", "phone": "86 CANARY 5", "summary": "CANARY"},
                 "skills": [{"name": "CANARY", "keywords": ["Python"]}],
                 "meta": {"talentPipeline": {"number": "CANARY"}}}
                """.replace("CANARY", canary), "READY");
    }

    private String row(String phone, String graduatesOn) {
        return "%1$s,王 %1$s,%1$s@students.example.org,%2$s,Major %1$s,%3$s%n".formatted(canary, phone, graduatesOn);
    }

    private String upload(String file, String state) {
        String imports = season.path("/imports");
        JsonNode taken = expect(season.university().post(imports + "?kind=STUDENTS", file.getBytes(UTF_8)));
        String uploaded = imports + "/" + taken.get("id").asString();
        awaitState(uploaded, state);
        return uploaded;
    }

    private void awaitState(String uploaded, String state) {
        Instant longest = Instant.now().plus(READING);
        JsonNode now = expect(season.university().get(uploaded));
        while (!now.get("state").asString().equals(state)) {
            if (Instant.now().isAfter(longest)) {
                throw new IllegalStateException("The import must become %s: %s".formatted(state, now));
            }
            Pause.of(Duration.ofMillis(200));
            now = expect(season.university().get(uploaded));
        }
    }

    /** Both meet before they are matched, and the student shows a dossier. */
    void meet(String internship) {
        JsonNode invited = expect(season.company()
                .post(
                        season.path("/invitations"),
                        Map.of("internship", internship, "student", student(), "message", "message " + canary)));
        String meeting = "/api/v1/meetings/" + invited.get("id").asString();
        expect(self.post(meeting + "/decisions", Map.of("decision", "ACCEPT")));
        String dossier = "/api/v1/people/" + person() + "/dossier";
        expect(self.put(
                dossier,
                Map.of(
                        "links",
                        List.of(Map.of("label", "label " + canary, "address", "https://code.example.org/" + canary)))));
        for (String kind : List.of("CV", "TRANSCRIPT")) {
            expect(self.put(dossier + "/files/" + kind, ("%PDF-1.4 " + kind + canary).getBytes(UTF_8)));
        }
        expect(self.post(meeting + "/dossier", Map.of("share", true)));
        expect(season.company().get(meeting + "/dossier"));
        expect(self.post(
                meeting + "/interviews",
                Map.of(
                        "startsAt",
                        Instant.now().plus(Duration.ofDays(2)).toString(),
                        "minutes",
                        30,
                        "place",
                        "place " + canary,
                        "link",
                        "https://meet.example.org/" + canary)));
    }

    /** The internship is agreed on and begins, and a job is offered. */
    void work(String offer) {
        String agreement = "/api/v1/offers/" + offer + "/agreement";
        expect(season.university()
                .put(
                        agreement,
                        Map.of(
                                "number", "N " + canary,
                                "insurance",
                                        Map.of(
                                                "insurer", "insurer " + canary,
                                                "policyNumber", "P " + canary,
                                                "paidBy", "COMPANY"),
                                "mentor", "mentor " + canary,
                                "supervisor", "supervisor " + canary)));
        for (PipelineSession party : List.of(season.university(), season.company(), self)) {
            expect(party.post(agreement + "/signatures", Map.of("signedOn", today())));
        }
        String placement = "/api/v1/placements/"
                + expect(season.company().get(season.path("/placements?student=" + student())))
                        .at("/items/0/id")
                        .asString();
        JsonNode started =
                expect(season.company().post(placement + "/events", Map.of("event", "STARTED", "on", today())));
        expect(self.post(
                placement + "/events",
                Map.of(
                        "event",
                        "CONFIRMED",
                        "entry",
                        started.at("/entries/0/entry").asInt(),
                        "on",
                        today())));
        expect(season.company()
                .post(
                        placement + "/events",
                        Map.of(
                                "event",
                                "JOB_OFFERED",
                                "on",
                                today(),
                                "title",
                                "title " + canary,
                                "startsOn",
                                LocalDate.parse(today()).plusYears(1).toString(),
                                "matchesResearchTopic",
                                true)));
        expect(self.post(placement + "/events", Map.of("event", "JOB_DECLINED", "on", today())));
    }

    /** Leaves the accepted offer again, with a letter from either side. */
    void release(String offer) {
        String decisions = decisions(offer);
        expect(self.post(decisions, Map.of("decision", "RELEASE", "reason", "illness", "letter", "letter " + canary)));
        expect(season.company()
                .post(
                        decisions,
                        Map.of("decision", "REFUSE_RELEASE", "reason", "other", "letter", "answer " + canary)));
        expect(season.university().post(decisions, Map.of("decision", "RELEASE")));
    }

    /** A destination from outside, and another in its place. */
    void leave() {
        String first = expect(season.university().post(roll + "/destinations", destination("first", null)))
                .get("id")
                .asString();
        expect(season.university().post(roll + "/destinations", destination("second", first)));
    }

    private Map<String, Object> destination(String which, @Nullable String replaces) {
        Map<String, Object> destination = new HashMap<>(Map.of(
                "kind",
                "11",
                "since",
                today(),
                "organisation",
                "%s organisation %s".formatted(which, canary),
                "region",
                "CN-SH",
                "occupation",
                "ai-engineer",
                "title",
                "%s title %s".formatted(which, canary),
                "evidence",
                Map.of("kind", "LABOUR_CONTRACT", "document", "%s contract %s".formatted(which, canary))));
        if (replaces != null) {
            destination.put("replaces", replaces);
        }
        return destination;
    }

    static String decisions(String offer) {
        return "/api/v1/offers/" + offer + "/decisions";
    }

    private static String today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    }
}
