package dev.talentpipeline.internship.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A student and a company that are about to meet, over HTTP. */
public record Meeters(
        Participants participants, Market market, String programme, Entered student, String internship, String org) {

    private static final Duration AHEAD = Duration.ofMillis(500);
    private static final Duration BOUND = Duration.ofSeconds(20);

    /** With the usual company. */
    public Meeters(Participants participants, Market market, String programme, Entered student, String internship) {
        this(participants, market, programme, student, internship, Market.COMPANY);
    }

    public static Meeters in(Participants participants, Market market, String programme) {
        return new Meeters(participants, market, programme, market.student(programme), market.internship(programme));
    }

    public Api own() {
        return participants.student(Market.UNIVERSITY, student.person());
    }

    public Api company() {
        return participants.company(org);
    }

    public Api university() {
        return participants.university(Market.UNIVERSITY);
    }

    public Api.Answer invite(Map<String, Object> more) {
        Map<String, @Nullable Object> body = new HashMap<>(more);
        body.putIfAbsent("internship", internship);
        body.putIfAbsent("student", student.id());
        return company().post("/programmes/" + programme + "/invitations", body);
    }

    /** The id of an invitation. */
    public String invited() {
        Api.Answer invitation = invite(Map.of());
        assertThat(invitation.status()).as(invitation.json().toString()).isEqualTo(201);
        return invitation.text("id");
    }

    /** The id of a meeting that goes on. */
    public String met() {
        String meeting = invited();
        assertThat(decide(own(), meeting, "ACCEPT", null).text("state")).isEqualTo("OPEN");
        return meeting;
    }

    public Api.Answer decide(Api side, String meeting, String decision, @Nullable String reason) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("decision", decision);
        body.put("reason", reason);
        return side.post("/meetings/" + meeting + "/decisions", body);
    }

    public Api.Answer propose(Api side, String meeting, Instant startsAt) {
        return side.post(
                "/meetings/" + meeting + "/interviews",
                Map.of("startsAt", startsAt.toString(), "minutes", 45, "place", "Room 12"));
    }

    public Api.Answer arrange(Api side, String meeting, String interview, Map<String, Object> decision) {
        return side.post("/meetings/%s/interviews/%s/decisions".formatted(meeting, interview), decision);
    }

    /** The id of an interview that both want and that has begun. */
    public String begun(String meeting) {
        Api.Answer proposed = propose(own(), meeting, Instant.parse("2100-03-01T09:00:00Z"));
        assertThat(proposed.status()).as(proposed.json().toString()).isEqualTo(201);
        String interview = proposed.json().path("interviews").path(0).path("id").asString();
        begin(meeting, interview);
        return interview;
    }

    /** Moves an interview to a moment from now, further away until the other side confirmed it in time, and waits for it. */
    void begin(String meeting, String interview) {
        for (Duration ahead = AHEAD; ahead.compareTo(BOUND) < 0; ahead = ahead.multipliedBy(2)) {
            Instant at = Instant.now().plus(ahead);
            arrange(
                    own(),
                    meeting,
                    interview,
                    Map.of("decision", "MOVE", "startsAt", at.toString(), "minutes", 45, "reason", "timetable"));
            Api.Answer confirmed = arrange(company(), meeting, interview, Map.of("decision", "CONFIRM"));
            if (confirmed.status() == 200) {
                await().atMost(BOUND).until(() -> Instant.now().isAfter(at));
                return;
            }
        }
        throw new AssertionError("Nobody could confirm in " + BOUND + ".");
    }

    public String shareCode() {
        Api.Answer code =
                own().post("/programmes/%s/students/%s/share-codes".formatted(programme, student.id()), Map.of());
        assertThat(code.status()).as(code.json().toString()).isEqualTo(201);
        return code.text("code");
    }

    static Api.Answer redeem(Api company, String code) {
        return company.post("/share-codes/redemptions", Map.of("code", code));
    }

    static List<String> ids(Api caller, String programme, String filter) {
        return caller.get("/programmes/" + programme + "/meetings" + filter)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
