package dev.talentpipeline.internship.roll;

import static dev.talentpipeline.internship.roll.Rolls.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.audit.AuditTrail;
import dev.talentpipeline.internship.organisation.Organisations;
import dev.talentpipeline.internship.person.People;
import dev.talentpipeline.internship.roll.ReminderPost.Handover;
import dev.talentpipeline.internship.roll.ReminderPost.Letter;
import dev.talentpipeline.internship.roll.SendingReminders.Sending;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.SentMails;
import dev.talentpipeline.internship.transaction.Transactions;
import dev.talentpipeline.stack.CapturedMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Students who have not claimed are asked to by mail, by one call, and not again too soon. */
@RunningService
class ClaimReminderIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ClaimReminders reminders;

    @Autowired
    GivingClaimLinks giving;

    @Autowired
    ComingInByMail access;

    @Autowired
    RollEntries entries;

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    AuditTrail trail;

    @Autowired
    Transactions transactions;

    private Rolls rolls;
    private String path;

    @BeforeEach
    void enter() {
        rolls = Rolls.newUniversity(participants);
        path = rolls.path() + "/claim-reminders";
    }

    /** An address that no other test writes to. */
    private String address(String who) {
        return who + "@" + rolls.org() + ".example.edu.cn";
    }

    /** What was answered, as queued, without address, claimed, reminded lately. */
    private static List<Integer> counts(Api.Answer answer) {
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return Stream.of("queued", "noAddress", "claimed", "remindedLately")
                .map(name -> answer.json().path(name).asInt())
                .toList();
    }

    private Api.Answer remind(Map<String, ?> body) {
        return rolls.university().post(path, body);
    }

    private static String secret(CapturedMessage mail) {
        return mail.text().replaceAll("(?s).*/claim\\?secret=([A-Za-z0-9_-]+).*", "$1");
    }

    private Api.Answer claim(String secret) {
        return participants.operations().post("/roll-claims", Map.of("secret", secret));
    }

    @Test
    void whoHasNotClaimedGetsOneMailWithALinkThatClaims() {
        rolls.put("01", Map.of("name", "李雷", "email", address("lilei")));
        rolls.put("02", Map.of("name", "韩梅梅", "email", address("han"), "major", "Law", "majorCode", "030101K"));
        rolls.put("03", Map.of("name", "王小明"));
        rolls.put("04", Map.of("name", "田壮", "email", address("tian")));
        String of04 =
                rolls.university().post(rolls.path("04") + "/claim-links", null).text("secret");
        claim(of04);
        rolls.university()
                .put(
                        "/programmes/%s/students/05".formatted(market.programme()),
                        Bodies.with(Bodies.with(Bodies.student(), "language", "en"), "email", address("ann")));

        assertThat(counts(remind(Map.of()))).containsExactly(3, 1, 1, 0);
        assertThat(counts(remind(Map.of()))).as("again, at once").containsExactly(0, 1, 1, 3);

        CapturedMessage mail = SentMails.await(address("lilei"), 1).getFirst();
        assertThat(mail.language()).isEqualTo("zh");
        assertThat(mail.subject()).contains("认领");
        assertThat(mail.text()).contains("李雷", "只能使用一次").doesNotContain("{");
        assertThat(SentMails.await(address("ann"), 1).getFirst().language())
                .as("in the student's own language")
                .isEqualTo("en");
        SentMails.await(address("han"), 1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(rolls.university()
                                .get(path + "?state=SENT")
                                .json()
                                .path("items"))
                        .hasSize(3));
        assertThat(jdbc.sql("select expires_at from roll_link where hash = ?")
                        .param(ClaimLink.hash(secret(mail)))
                        .query((row, number) -> true)
                        .list())
                .as("kept is the hash")
                .hasSize(1);
        assertThat(claim(secret(mail)).status()).isEqualTo(200);
        assertThat(claim(secret(mail)).status()).as("once").isEqualTo(409);
        assertThat(rolls.entry("01").json().path("asked").asInt()).isEqualTo(1);
        assertThat(SentMails.to(address("tian"))).as("has claimed").isEmpty();

        jdbc.sql("update claim_reminder set asked_at = asked_at - interval '8 days'")
                .update();
        assertThat(counts(remind(Map.of("major", "030101K", "notWithin", "P30D"))))
                .containsExactly(0, 0, 0, 1);
        assertThat(counts(remind(Map.of("major", "law")))).containsExactly(1, 0, 0, 0);
        assertThat(SentMails.await(address("han"), 2)).hasSize(2);
        assertThat(rolls.university().get("/audit?limit=200").json().findValuesAsString("deed"))
                .contains("CLAIM_REMINDERS_ASKED_FOR", "CLAIM_LINK_MAILED");
    }

    @Test
    void whoeverHasAnOldLinkGetsAnotherWhereTheStudentIsReachedAndNowhereElse() {
        String number = "01";
        rolls.put(number, Map.of("name", "李雷", "email", address("late")));
        String old = rolls.university()
                .post(rolls.path(number) + "/claim-links", null)
                .text("secret");
        jdbc.sql("update roll_link set expires_at = now() - interval '10 days' where hash = ?")
                .param(ClaimLink.hash(old))
                .update();
        // Others' new links have old ones forgotten.
        rolls.put("02", Map.of("name", "韩梅梅"));
        rolls.university().post(rolls.path("02") + "/claim-links", null);
        assertThat(claim(old).status()).isEqualTo(404);
        Map<String, String> asked = Map.of("secret", old, "language", "EN");

        assertThat(rolls.university().post("/roll-claims/renewals", asked).status())
                .isEqualTo(403);
        assertThat(participants
                        .operations()
                        .post("/roll-claims/renewals", Map.of("secret", "guessed"))
                        .status())
                .isEqualTo(404);
        assertThat(participants
                        .operations()
                        .post("/roll-claims/renewals", asked)
                        .status())
                .isEqualTo(202);
        assertThat(participants
                        .operations()
                        .post("/roll-claims/renewals", asked)
                        .status())
                .as("again, at once")
                .isEqualTo(202);

        CapturedMessage mail = SentMails.await(address("late"), 1).getFirst();
        assertThat(mail.language()).isEqualTo("en");
        assertThat(claim(secret(mail)).status()).isEqualTo(200);
        assertThat(SentMails.to(address("late"))).hasSize(1);
        jdbc.sql("update claim_reminder set asked_at = asked_at - interval '8 days'")
                .update();
        assertThat(participants
                        .operations()
                        .post("/roll-claims/renewals", asked)
                        .status())
                .as("claimed: nothing goes out any more, and nobody is told")
                .isEqualTo(202);
        assertThat(rolls.university().get(path).json().path("items")).hasSize(1);
    }

    @Test
    void ofTwoWhoAskAtOnceOneIsTheOneThatReminds() {
        for (int i = 10; i < 40; i++) {
            rolls.put(Integer.toString(i), Map.of("name", "学生", "email", address("s" + i)));
        }

        List<List<Integer>> both =
                Stream.of(1, 2)
                        .map(call -> CompletableFuture.supplyAsync(() -> counts(remind(Map.of()))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(both.stream().mapToInt(List::getFirst).sum()).isEqualTo(30);
        assertThat(both.stream().mapToInt(List::getLast).sum()).isEqualTo(30);
        for (int i = 10; i < 40; i++) {
            assertThat(SentMails.await(address("s" + i), 1)).hasSize(1);
        }
    }

    @Test
    void aSchoolRemindsItsOwnAndNobodyElseReminds() {
        rolls.put("01", Map.of("name", "李雷", "school", "law", "email", address("lilei")));
        rolls.put("02", Map.of("name", "韩梅梅", "school", "informatics", "email", address("han")));
        Api law = participants.school(rolls.org(), "law");

        assertThat(counts(law.post(path, Map.of("school", "informatics")))).containsExactly(0, 0, 0, 0);
        assertThat(counts(law.post(path, Map.of()))).containsExactly(1, 0, 0, 0);
        assertThat(numbers(law.get(path))).containsExactly("01");
        assertThat(numbers(law.get(path + "?school=informatics"))).isEmpty();
        assertThat(counts(remind(Map.of("school", "informatics")))).containsExactly(1, 0, 0, 0);
        assertThat(remind(Map.of("notWithin", "PT1H")).status())
                .as("a day is the least")
                .isEqualTo(400);
        for (Api other : List.of(
                participants.university("another"),
                participants.operations(),
                participants.company("acme-ai"),
                participants.student(rolls.org(), UUID.randomUUID().toString()))) {
            assertThat(other.post(path, Map.of()).status()).isEqualTo(403);
            assertThat(other.get(path).status()).isEqualTo(403);
        }
    }

    @Test
    void aReminderWaitsForItsServerEndsAtABadAddressAndIsDroppedWhenItIsNotNeeded() {
        Instant later = Instant.now().plus(Duration.ofDays(300));
        rolls.put("01", Map.of("name", "李雷", "email", address("lilei")));
        rolls.put("02", Map.of("name", "韩梅梅", "email", address("han")));
        rolls.put("03", Map.of("name", "王小明", "email", address("wang")));
        List<Letter> letters = new ArrayList<>();
        List<Handover> answers = new ArrayList<>(List.of(Handover.UNREACHABLE, Handover.TAKEN, Handover.REFUSED));
        var sending = new SendingReminders(
                reminders,
                giving,
                access,
                entries,
                people,
                organisations,
                letter -> {
                    letters.add(letter);
                    return answers.removeFirst();
                },
                trail,
                transactions,
                Clock.fixed(later.plusSeconds(40), ZoneOffset.UTC));
        String first = waiting("01", later);

        assertThat(sending.sendNext()).isEqualTo(Sending.TROUBLE);
        assertThat(sending.sendNext()).as("it waits").isEqualTo(Sending.NOTHING_DUE);
        jdbc.sql("update claim_reminder set next_at = ? where id = cast(? as uuid)")
                .params(later.atOffset(ZoneOffset.UTC), first)
                .update();
        assertThat(sending.sendNext()).isEqualTo(Sending.DONE);
        assertThat(letters.stream().map(letter -> letter.reminder().toString())).containsExactly(first, first);
        assertThat(letters.stream().map(Letter::secret).distinct())
                .as("each a fresh link")
                .hasSize(2);
        String second = waiting("02", later);
        sending.sendNext();
        String third = waiting("03", later);
        rolls.university().put(rolls.path("03"), Map.of("name", "王小明"));
        sending.sendNext();

        assertThat(Stream.of(first, second, third).map(this::state)).containsExactly("SENT", "FAILED", "NOT_NEEDED");
        assertThat(letters).hasSize(3);
        assertThat(letters.getFirst().toString())
                .doesNotContain(letters.getFirst().secret(), "李雷");
        assertThat(rolls.university().delete(rolls.path("02")).status()).isEqualTo(204);
        assertThat(numbers(rolls.university().get(path))).containsExactlyInAnyOrder("01", "03");
    }

    /** A reminder that the running service does not send, as it is due much later. */
    private String waiting(String number, Instant due) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into claim_reminder (id, entry, language, state, asked_at, next_at)
                        values (cast(:id as uuid), cast(:entry as uuid), 'ZH', 'WAITING', :due, :due)
                        """)
                .param("id", id)
                .param("entry", rolls.entry(number).text("id"))
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private String state(String reminder) {
        return jdbc.sql("select state from claim_reminder where id = cast(? as uuid)")
                .param(reminder)
                .query(String.class)
                .single();
    }
}
