package dev.talentpipeline.internship.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A student hands a code to a company that they know, and the two meet. */
@RunningService
class ShareCodeIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCodeOpensOneMeetingHoweverItIsTyped() {
        Meeters two = meeters();
        String code = two.shareCode();
        Api company = company();

        Api.Answer met = Meeters.redeem(company, code.toLowerCase(Locale.ROOT).replace("-", " "));
        Api.Answer again = Meeters.redeem(company, code);
        Api.Answer byAnother = Meeters.redeem(company(), code);

        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");
        assertThat(met.status()).isEqualTo(201);
        assertThat(List.of(met.text("state"), met.text("origin"), met.text("student")))
                .containsExactly("OPEN", "SHARE_CODE", two.student().id());
        assertThat(List.of(again.status(), byAnother.status())).containsOnly(404);
        assertThat(two.own().get(codes(two)).json().path("items").path(0).toString())
                .contains("\"state\":\"REDEEMED\"", met.text("id"))
                .doesNotContain("\"code\"");
        Api.Answer second = Meeters.redeem(company, two.shareCode());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("meeting")).isEqualTo(met.text("id"));
    }

    @Test
    void onlyTheHashOfACodeIsKept() {
        Meeters two = meeters();
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        String first = two.own().send("POST", codes(two), Map.of(), key).text("code");
        Api.Answer again = two.own().send("POST", codes(two), Map.of(), key);

        assertThat(again.text("code")).isNotEmpty().isNotEqualTo(first);
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(jdbc.sql("select count(*) from idempotency where body like '%' || ? || '%'")
                        .param(first)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select hash from share_code where student = cast(? as uuid)")
                        .param(two.student().id())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(ShareCode.hash(first), ShareCode.hash(again.text("code")));
    }

    @Test
    void aRevokedOrExpiredCodeIsOneThatDoesNotExist() {
        Meeters two = meeters();
        String revoked = two.shareCode();
        String id = two.own()
                .get(codes(two))
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(two.own().delete(codes(two) + "/" + id).text("state")).isEqualTo("REVOKED");
        String expired = two.shareCode();
        jdbc.sql("update share_code set expires_at = now() - interval '1 second' where hash = ?")
                .param(ShareCode.hash(expired))
                .update();
        Api company = company();

        for (String code : List.of(revoked, expired, "AAAA-BBBB-CCCC")) {
            assertThat(Meeters.redeem(company, code).json().toString())
                    .contains("\"status\":404", "There is no share code (given) here.");
        }
        String spent = two.shareCode();
        String spentId = two.own()
                .get(codes(two))
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("state").asString().equals("ACTIVE"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Meeters.redeem(company, spent);
        assertThat(two.own().delete(codes(two) + "/" + spentId).text("type")).endsWith("/share-code-redeemed");
    }

    @Test
    void guessingIsThrottledForEachCompany() {
        Meeters two = meeters();
        String code = two.shareCode();
        Api guessing = company();
        for (int i = 0; i < RedeemingShareCode.MOST_WRONG; i++) {
            assertThat(Meeters.redeem(guessing, "WRNG-WRNG-WR%02d".formatted(i)).status())
                    .isEqualTo(404);
        }

        Api.Answer throttled = Meeters.redeem(guessing, code);

        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.text("type")).endsWith("/too-many-guesses");
        assertThat(Integer.parseInt(
                        throttled.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(3_500, 3_600);
        // an answer that says when to come again is none to whoever does
        for (int i = 0; i < 2; i++) {
            Api.Answer again = guessing.send(
                    "POST", "/share-codes/redemptions", Map.of("code", code), Map.of("Idempotency-Key", code));
            assertThat(again.status()).isEqualTo(429);
            assertThat(again.headers().firstValue("Retry-After")).isPresent();
            assertThat(again.headers().firstValue("Idempotent-Replayed")).isEmpty();
        }
        assertThat(Meeters.redeem(company(), code).status()).isEqualTo(201);
    }

    @Test
    void onlyTheStudentGivesACodeAndOnlyACompanyRedeemsIt() {
        Meeters two = meeters();

        assertThat(two.university().post(codes(two), Map.of()).status()).isEqualTo(403);
        assertThat(participants.university("fudan").post(codes(two), Map.of()).status())
                .isEqualTo(404);
        assertThat(two.company().post(codes(two), Map.of()).status()).isEqualTo(404);
        assertThat(Meeters.redeem(two.own(), two.shareCode()).status()).isEqualTo(403);
        assertThat(two.own().post(codes(two), Map.of("expiresIn", "P1Y")).text("field"))
                .isEqualTo("expiresIn");
        for (int i = 1; i < GivingShareCode.MOST_ACTIVE; i++) {
            two.shareCode();
        }
        assertThat(two.own().post(codes(two), Map.of()).text("type")).endsWith("/too-many-share-codes");
    }

    private Meeters meeters() {
        return Meeters.in(participants, market, market.programme());
    }

    /** A company that nobody else is: its guesses are its own. */
    private Api company() {
        return participants.company("c-" + UUID.randomUUID());
    }

    private static String codes(Meeters two) {
        return "/programmes/%s/students/%s/share-codes"
                .formatted(two.programme(), two.student().id());
    }
}
