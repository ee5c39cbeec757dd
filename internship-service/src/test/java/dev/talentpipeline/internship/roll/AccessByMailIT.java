package dev.talentpipeline.internship.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.SentMails;
import dev.talentpipeline.stack.CapturedMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A student whose link is over gets a fresh one by mail, where they are reached and nowhere else. */
@RunningService
class AccessByMailIT {

    private static final String LINK = "(?s).*/enter/by-mail\\?secret=([A-Za-z0-9_-]{43})\\s.*";

    @Autowired
    Participants participants;

    @Autowired
    JdbcClient jdbc;

    private Rolls rolls;

    @BeforeEach
    void enter() {
        rolls = Rolls.newUniversity(participants);
    }

    private String address(String who) {
        return who + "@" + rolls.org() + ".example.edu.cn";
    }

    private int renew(Map<String, String> asked) {
        return participants.operations().post("/roll-claims/renewals", asked).status();
    }

    private Api.Answer comeIn(String secret) {
        return participants.operations().post("/access-links", Map.of("secret", secret));
    }

    private static String secret(CapturedMessage mail) {
        assertThat(mail.text()).matches(LINK);
        return mail.text().replaceAll(LINK, "$1");
    }

    /** A student who has claimed, and is reached there; the answer to their claim, and the secret that they claimed with. */
    private record Claimed(String person, String secret) {}

    private Claimed claimed(String number, String email) {
        rolls.put(number, Map.of("name", "李雷", "email", email));
        String secret = rolls.university()
                .post(rolls.path(number) + "/claim-links", null)
                .text("secret");
        return new Claimed(
                participants
                        .operations()
                        .post("/roll-claims", Map.of("secret", secret))
                        .text("person"),
                secret);
    }

    /** As if they had been asked for some minutes ago. */
    private void passMinutes() {
        jdbc.sql("update claim_reminder set asked_at = asked_at - interval '6 minutes'")
                .update();
    }

    @Test
    void whoIsReachedThereGetsALinkThatLetsThemInOnce() {
        Claimed lilei = claimed("01", address("lilei"));

        assertThat(renew(Map.of("email", address("lilei").toUpperCase(Locale.ROOT), "language", "EN")))
                .isEqualTo(202);
        assertThat(renew(Map.of("email", address("lilei"))))
                .as("again, at once")
                .isEqualTo(202);

        CapturedMessage mail = SentMails.await(address("lilei"), 1).getFirst();
        assertThat(mail.language()).as("in the student's own language").isEqualTo("zh");
        assertThat(mail.text()).contains("李雷", "只能使用一次").doesNotContain("{");
        Api.Answer in = comeIn(secret(mail));
        assertThat(in.status()).isEqualTo(200);
        assertThat(in.text("person")).isEqualTo(lilei.person());
        assertThat(in.text("grantedTo")).as("nobody acts for them").isEqualTo(lilei.person());
        assertThat(comeIn(secret(mail)).text("type")).as("once").endsWith("/access-link-used");
        assertThat(comeIn("guessed").status()).isEqualTo(404);
        assertThat(SentMails.to(address("lilei"))).hasSize(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(rolls.university()
                                .get("/audit?limit=200")
                                .json()
                                .findValuesAsString("deed"))
                        .contains("ACCESS_LINK_RENEWAL_ASKED_FOR", "ACCESS_LINK_MAILED", "CAME_IN_BY_MAIL"));
        assertThat(rolls.university()
                        .get(rolls.path() + "/claim-reminders")
                        .json()
                        .path("items"))
                .as("what a student asks for is no reminder of the university's")
                .isEmpty();
        assertThat(participants
                        .student(rolls.org(), lilei.person())
                        .get("/people/me/personal-data")
                        .json()
                        .at("/data/accessLinks"))
                .as("their own data")
                .hasSize(1);
    }

    @Test
    void bothLinksHoldUntilTheyExpireAndAnOldOneIsRenewedByItself() {
        Claimed han = claimed("01", address("han"));
        renew(Map.of("person", han.person()));
        String first = secret(SentMails.await(address("han"), 1).getFirst());
        passMinutes();
        renew(Map.of("secret", first));
        String second = secret(SentMails.await(address("han"), 2).getLast());
        passMinutes();
        assertThat(renew(Map.of("secret", han.secret())))
                .as("the link that they claimed with")
                .isEqualTo(202);
        String third = secret(SentMails.await(address("han"), 3).getLast());
        jdbc.sql("update access_link set expires_at = ? where hash = ?")
                .params(Instant.now().atOffset(ZoneOffset.UTC), ClaimLink.hash(third))
                .update();

        assertThat(List.of(second, first, third).stream()
                        .map(secret -> comeIn(secret).status()))
                .containsExactly(200, 200, 404);
    }

    @Test
    void whoHasNotClaimedGetsALinkThatClaims() {
        rolls.put("01", Map.of("name", "田壮", "email", address("tian")));

        assertThat(renew(Map.of("email", address("tian"), "language", "EN"))).isEqualTo(202);

        CapturedMessage mail = SentMails.await(address("tian"), 1).getFirst();
        assertThat(mail.text()).contains("/claim?secret=").doesNotContain("/enter/");
        assertThat(mail.language()).as("as they asked").isEqualTo("en");
    }

    @Test
    void nobodyIsToldWhoIsKnownAndNobodyElseGetsAMail() {
        Claimed wang = claimed("01", address("wang"));
        participants
                .student(rolls.org(), wang.person())
                .send("DELETE", "/people/" + wang.person() + "/personal-data", null, Map.of());

        assertThat(renew(Map.of("email", address("nobody")))).isEqualTo(202);
        assertThat(renew(Map.of("email", "erased@example.org"))).isEqualTo(202);
        assertThat(renew(Map.of("person", wang.person()))).as("erased").isEqualTo(202);
        assertThat(renew(Map.of("email", address("wang")))).isEqualTo(202);

        assertThat(renew(Map.of("email", "no address"))).isEqualTo(400);
        assertThat(renew(Map.of("secret", "guessed"))).isEqualTo(404);
        for (Api other : List.of(
                rolls.university(),
                participants.company("acme-ai"),
                participants.student(rolls.org(), wang.person()))) {
            assertThat(other.post("/roll-claims/renewals", Map.of("email", address("wang")))
                            .status())
                    .isEqualTo(403);
            assertThat(other.post("/access-links", Map.of("secret", "guessed")).status())
                    .isEqualTo(403);
        }
        assertThat(jdbc.sql(
                                "select count(*) from claim_reminder c join roll_entry r on r.id = c.entry where r.university = ?")
                        .param(rolls.org())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
