package dev.talentpipeline.internship.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Market.Entered;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** Brings offers on their way to a placement and beyond, over HTTP: internships that began last week and last for four. */
@TestComponent
public class Placing {

    private final Market market;
    private final Participants participants;

    Placing(Market market, Participants participants) {
        this.market = market;
        this.participants = participants;
    }

    /** Today as universities and companies date what they do. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** A student with a confirmed offer, and the placement that came out of it, if one did yet. */
    public record Placed(
            String programme,
            Entered student,
            String internship,
            String offer,
            @Nullable String placement) {

        public String agreement() {
            return "/offers/%s/agreement".formatted(offer);
        }

        public String path() {
            return "/placements/" + placement;
        }
    }

    /** An internship that is under way. */
    public static Map<String, @Nullable Object> internship() {
        return Bodies.with(
                Bodies.with(
                        Bodies.internship(), "startsOn", today().minusDays(7).toString()),
                "weeks",
                4);
    }

    public Placed confirmed() {
        String programme = market.programme();
        return confirmed(programme, market.student(programme));
    }

    public Placed confirmed(String programme, Entered student) {
        String internship = market.internship(programme, internship());
        String offer = market.offer(programme, student, internship);
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("CONFIRMED");
        return new Placed(programme, student, internship, offer, null);
    }

    /** With an agreement that nobody has signed. */
    public Placed drafted(Placed confirmed) {
        Api.Answer drafted = university().put(confirmed.agreement(), agreement());
        assertThat(drafted.status()).as(drafted.json().toString()).isEqualTo(201);
        String placement = university()
                .get("/programmes/%s/placements?student=%s"
                        .formatted(confirmed.programme(), confirmed.student().id()))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        return new Placed(
                confirmed.programme(), confirmed.student(), confirmed.internship(), confirmed.offer(), placement);
    }

    /** With an agreement that all have signed. */
    public Placed agreed() {
        Placed drafted = drafted(confirmed());
        for (Api party : new Api[] {university(), company(), student(drafted)}) {
            assertThat(sign(party, drafted).status()).isEqualTo(200);
        }
        return drafted;
    }

    /** Begun today. */
    public Placed started() {
        Placed agreed = agreed();
        entered(enter(company(), agreed, step("STARTED")));
        entered(enter(student(agreed), agreed, reply("CONFIRMED", 1)));
        return agreed;
    }

    public Api.Answer sign(Api party, Placed placed) {
        return party.post(placed.agreement() + "/signatures", Map.of("signedOn", today().toString()));
    }

    public Api.Answer enter(Api party, Placed placed, Map<String, @Nullable Object> entry) {
        return party.post(placed.path() + "/events", entry);
    }

    public static void entered(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    public static Map<String, @Nullable Object> agreement() {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("number", "THU-" + UUID.randomUUID().toString().substring(0, 12));
        body.put("insurance", Map.of("insurer", "安心保险", "policyNumber", "P-2027-0001", "paidBy", "COMPANY"));
        body.put("mentor", "陈导师");
        body.put("supervisor", "李老师");
        return body;
    }

    /** A step that was taken today. */
    public static Map<String, @Nullable Object> step(String event) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("event", event);
        body.put("on", today().toString());
        return body;
    }

    public static Map<String, @Nullable Object> reply(String event, int entry) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("event", event);
        body.put("entry", entry);
        if (!event.equals("CONFIRMED")) {
            body.put("reason", "did-not-happen");
        }
        return body;
    }

    public static Map<String, @Nullable Object> jobOffer() {
        Map<String, @Nullable Object> body = step("JOB_OFFERED");
        body.put("title", "Machine learning engineer");
        body.put("startsOn", today().plusDays(200).toString());
        body.put("matchesResearchTopic", true);
        return body;
    }

    public static Map<String, @Nullable Object> ended() {
        return Bodies.with(step("ENDED"), "reason", "project-cancelled");
    }

    public Api university() {
        return participants.university(Market.UNIVERSITY);
    }

    public Api company() {
        return participants.company(Market.COMPANY);
    }

    public Api student(Placed placed) {
        return participants.student(Market.UNIVERSITY, placed.student().person());
    }
}
