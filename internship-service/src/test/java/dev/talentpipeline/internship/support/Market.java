package dev.talentpipeline.internship.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.PlacementOffer;
import dev.talentpipeline.internship.calendar.Calendars;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A programme with what a test needs in it, set up over HTTP. */
@TestComponent
public class Market {

    public static final String UNIVERSITY = "tsinghua";
    public static final String COMPANY = "acme-ai";

    private static final Duration BOUND = Duration.ofMinutes(1);

    private final Participants participants;
    private final Matcher matcher;
    private final Calendars calendars;
    private final JdbcClient jdbc;

    Market(Participants participants, Matcher matcher, Calendars calendars, JdbcClient jdbc) {
        this.participants = participants;
        this.matcher = matcher;
        this.calendars = calendars;
        this.jdbc = jdbc;
    }

    /** A student of a programme, and the person behind them. */
    public record Entered(String id, String person, String number) {}

    public String programme() {
        return programme(Bodies.programme());
    }

    public String programme(Map<String, @Nullable Object> body) {
        String id = Participants.newProgramme();
        created(participants.university(UNIVERSITY).put("/programmes/" + id, body));
        return id;
    }

    /** A new person of {@link #UNIVERSITY} as a student. */
    public Entered student(String programme) {
        return student(programme, "n" + UUID.randomUUID().toString().substring(0, 12));
    }

    /** A new person who belongs to a school of {@link #UNIVERSITY}, as a student. */
    public Entered studentOf(String programme, String school) {
        return student(programme, "n" + UUID.randomUUID().toString().substring(0, 12), school(school));
    }

    /** Has {@link #UNIVERSITY} enter the school; its id. */
    public String school(String school) {
        String organisation = "/organisations/" + UNIVERSITY;
        Api university = participants.university(UNIVERSITY);
        university.put(organisation, Bodies.university(UNIVERSITY));
        university.put(organisation + "/schools/" + school, Map.of("nameZh", school, "nameEn", school));
        return school;
    }

    /** The person of that number as a student. */
    public Entered student(String programme, String number) {
        return student(programme, number, null);
    }

    private Entered student(String programme, String number, @Nullable String school) {
        Api.Answer answer = created(participants
                .university(UNIVERSITY)
                .put(
                        "/programmes/%s/students/%s".formatted(programme, number),
                        Bodies.with(Bodies.student(), "school", school)));
        return new Entered(answer.text("id"), answer.text("person"), number);
    }

    public String internship(String programme) {
        return internship(programme, Bodies.internship());
    }

    public String internship(String programme, Map<String, @Nullable Object> body) {
        return created(participants
                        .company(COMPANY)
                        .put(
                                "/programmes/%s/internships/%s"
                                        .formatted(
                                                programme,
                                                "r"
                                                        + UUID.randomUUID()
                                                                .toString()
                                                                .substring(0, 12)),
                                body))
                .text("id");
    }

    /** Has a proposal answered with an offer; its id. */
    public String offer(String programme, Entered student, String internship) {
        return admitted(Matcher.proposal(programme, 1, student.id(), internship), "EXTENDED");
    }

    /** Has the proposal admitted; the offer's id. */
    public String admitted(PlacementOffer proposal, String state) {
        String offer = emitted(proposal);
        awaitState(offer, state);
        return offer;
    }

    /** Has the proposal on its way; the offer's id. */
    public String emitted(PlacementOffer proposal) {
        matcher.emit(proposal);
        return proposal.getOfferId();
    }

    /** Waits until the offer is in the state. */
    public void awaitState(String offer, String state) {
        try {
            await().atMost(BOUND)
                    .pollInterval(Duration.ofMillis(20))
                    .untilAsserted(() -> assertThat(state(offer)).isEqualTo(state));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(e.getMessage() + "\n" + Consumption.now(), e);
        }
    }

    /** Waits until the internship is in the state; its version then. */
    public long awaitListing(String programme, String internship, String state) {
        Api operations = participants.operations();
        String path = "/programmes/%s/internships/%s".formatted(programme, internship);
        return await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> operations.get(path),
                        answer -> answer.text("state").equals(state))
                .json()
                .path("version")
                .asLong();
    }

    /** State of the offer in the database, with its reason if it has one. */
    public String state(String offer) {
        return jdbc.sql("select concat_ws(' ', state, reason) from offer where id = cast(? as uuid)")
                .param(offer)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /** The student's decision over HTTP. */
    public Api.Answer decide(Entered student, String offer, String decision) {
        return decide(participants.student(UNIVERSITY, student.person()), offer, decision, null);
    }

    /** The company's decision over HTTP. */
    public Api.Answer decideAsCompany(String offer, String decision, @Nullable String reason) {
        return decide(participants.company(COMPANY), offer, decision, reason);
    }

    /** The university's decision over HTTP. */
    public Api.Answer decideAsUniversity(String offer, String decision, @Nullable String reason) {
        return decide(participants.university(UNIVERSITY), offer, decision, reason);
    }

    /** Anybody's decision over HTTP. */
    public Api.Answer decide(Api party, String offer, String decision, @Nullable String reason) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("decision", decision);
        body.put("reason", reason);
        return party.post("/offers/%s/decisions".formatted(offer), body);
    }

    /** How often each reason was given in the programme, as the caller is told: act, code, count. */
    public static List<String> reasons(Api caller, String programme) {
        return caller.get("/programmes/" + programme + "/reasons")
                .json()
                .path("items")
                .valueStream()
                .map(item -> "%s %s %d"
                        .formatted(
                                item.path("act").asString(),
                                item.path("code").asString(),
                                item.path("count").asInt()))
                .toList();
    }

    /** When a window that opened then closes in a programme that counts as usual. */
    public Instant counted(Instant opened, Duration window) {
        return calendars.find("china").orElseThrow().end(opened, window, 17);
    }

    private static Api.Answer created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(201);
        return answer;
    }
}
