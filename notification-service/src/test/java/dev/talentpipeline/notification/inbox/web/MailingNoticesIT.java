package dev.talentpipeline.notification.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.delivery.mail.SendingDigests;
import dev.talentpipeline.notification.inbox.OfferState;
import dev.talentpipeline.notification.preference.UnsubscribeLinks;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers choose about their mails, what operations holds back, and who hears of mails that do not arrive. */
class MailingNoticesIT extends InboxOverHttp {

    @Autowired
    private SendingDigests sending;

    @Autowired
    private UnsubscribeLinks links;

    @Test
    void mailsWaitWhileOperationsPausesThemAndThenLeave() {
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        try {
            assertThat(brake(operations, "EMAIL", Map.of("paused", true, "perMinute", 6000))
                            .get("paused")
                            .asBoolean())
                    .isTrue();
            String held = UUID.randomUUID().toString();
            offer(student, held, 1, OfferState.EXTENDED);
            await().during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> MAIL.messages().stream()
                            .noneMatch(mail -> mail.messageId().contains(held)));
            assertThat(mailOf(list(asStudent(), "").get("items").get(0))
                            .get("state")
                            .asString())
                    .isEqualTo("WAITING");
            JsonNode behind = answer(operations, "GET", "/api/v1/brakes", null).at("/items/0/waiting/0");
            assertThat(behind.get("kind").asString()).isEqualTo("offer-made");
            assertThat(behind.get("urgent").asBoolean()).isTrue();
            assertThat(behind.get("count").asInt()).isPositive();
            assertThat(behind.get("oldest").asString()).endsWith("Z");

            brake(operations, "EMAIL", Map.of("paused", false, "perMinute", 6000));

            await().atMost(Duration.ofSeconds(5))
                    .until(() -> MAIL.messages().stream()
                            .anyMatch(mail -> mail.messageId().contains(held)));
        } finally {
            brake(operations, "EMAIL", Map.of("paused", false));
        }
        JsonNode shown = answer(operations, "GET", "/api/v1/brakes", null).at("/items/0");
        assertThat(shown.get("outlet").asString()).isEqualTo("EMAIL");
        assertThat(shown.get("paused").asBoolean()).isFalse();
        assertThat(shown.get("perMinute").isNull()).isTrue();
        assertThat(shown.get("changes")
                        .valueStream()
                        .limit(3)
                        .map(change -> List.of(
                                change.get("paused").asBoolean(),
                                change.get("by").asString().isEmpty())))
                .containsExactly(List.of(false, false), List.of(false, false), List.of(true, false));
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from brake_changes").update())
                .withMessageContaining("only ever added to");
    }

    @Test
    void onlyOperationsHoldsBackAndOnlyWhatThereIs() {
        String operations = TOKENS.token(Role.OPERATIONS, "operations");
        for (String token : List.of(asStudent(), TOKENS.token(Role.COMPANY, "c"), TOKENS.token(Role.UNIVERSITY, "u"))) {
            assertThat(problem(token, "PUT", "/api/v1/brakes/EMAIL", Map.of("paused", true)))
                    .isEqualTo("forbidden");
            assertThat(problem(token, "GET", "/api/v1/brakes", null)).isEqualTo("forbidden");
        }
        assertThat(problem(operations, "PUT", "/api/v1/brakes/PIGEON", Map.of("paused", true)))
                .isEqualTo("not-found");
        assertThat(problem(operations, "PUT", "/api/v1/brakes/EMAIL", Map.of())).isEqualTo("invalid-fields");
        assertThat(problem(operations, "PUT", "/api/v1/brakes/EMAIL", Map.of("paused", false, "perMinute", 0)))
                .isEqualTo("invalid-fields");
    }

    @Test
    void whatIsSwitchedOffIsInTheInboxOnlyAndWhatIsBundledLeavesTogether() {
        choose(Map.of(
                "digest", "DAILY", "kinds", List.of(kind("offer-expired", "OFF"), kind("offer-rescinded", "DIGEST"))));
        List<String> bundled =
                List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
        String off = UUID.randomUUID().toString();
        offer(student, off, 1, OfferState.EXPIRED);
        bundled.forEach(each -> offer(student, each, 1, OfferState.RESCINDED));

        JsonNode items = list(asStudent(), "").get("items");
        assertThat(items.get(2).get("channels")).hasSize(1);
        assertThat(mailOf(items.get(0)).get("state").asString()).isEqualTo("WAITING");
        assertThat(jdbc.sql("select due_at > now() from digest_entries where person_id = ?")
                        .param(student)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, true);
        jdbc.sql("update digest_entries set due_at = now() where person_id = ?")
                .param(student)
                .update();
        sendingDigests();
        sendingDigests();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> mailOf(list(asStudent(), "").get("items").get(0))
                        .get("state")
                        .asString()
                        .equals("SENT"));
        JsonNode after = list(asStudent(), "").get("items");
        assertThat(after).hasSize(6);
        String messageId = mailOf(after.get(0)).get("messageId").asString();
        assertThat(mailOf(after.get(1)).get("messageId").asString()).isEqualTo(messageId);
        assertThat(MAIL.messages().stream().filter(mail -> mail.to().equals(student + "@uni.example")))
                .filteredOn(mail -> mail.subject().contains("2 updates"))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.messageId()).isEqualTo(messageId);
                    assertThat(mail.text().lines().filter(line -> line.startsWith("- ")))
                            .hasSize(2);
                });
        assertThat(MAIL.messages()).noneMatch(mail -> mail.messageId().contains(off));
    }

    @Test
    void aDeadlineCanNeitherBeSwitchedOffNorHeldBackAndTheChosenLanguageIsSpoken() {
        assertThat(problem(asStudent(), "PUT", PREFERENCES, Map.of("kinds", List.of(kind("offer-made", "OFF")))))
                .isEqualTo("invalid-fields");
        assertThat(problem(asStudent(), "PUT", PREFERENCES, Map.of("kinds", List.of(kind("offer-made", "DIGEST")))))
                .isEqualTo("invalid-fields");
        assertThat(problem(asStudent(), "PUT", PREFERENCES, Map.of("zone", "Moon/Tranquility")))
                .isEqualTo("invalid-fields");
        assertThat(problem(asStudent(), "PUT", PREFERENCES, Map.of("quietFrom", "22:00")))
                .isEqualTo("invalid-fields");
        LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
        JsonNode chosen = choose(Map.of(
                "language",
                "ZH",
                "zone",
                "UTC",
                "quietFrom",
                now.minusHours(1).toString(),
                "quietUntil",
                now.plusHours(1).toString()));
        assertThat(chosen).isEqualTo(answer(asStudent(), "GET", PREFERENCES, null));
        String urgent = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();
        offer(student, other, 1, OfferState.EXPIRED);
        offer(student, urgent, 1, OfferState.EXTENDED);

        await().atMost(Duration.ofSeconds(10))
                .until(() -> MAIL.messages().stream()
                        .anyMatch(mail -> mail.messageId().contains(urgent)
                                && mail.subject().contains("实习录用意向")
                                && mail.language().equals("zh")));
        assertThat(MAIL.messages()).noneMatch(mail -> mail.messageId().contains(other));
        assertThat(jdbc.sql("select state from mails where message_id like ?")
                        .param("%" + other + "%")
                        .query(String.class)
                        .single())
                .isEqualTo("HELD");
    }

    @Test
    void theLinkInAMailStopsWhatCanBeStoppedWithoutSigningIn() {
        String path = PREFERENCES + "/unsubscriptions";
        String link = path + "?token=" + links.tokenFor(student);
        assertThat(anonymous(link).toString()).isEqualTo("{\"stopped\":false}");
        JsonNode least = anonymous(path, Map.of("token", links.tokenFor(student)));
        assertThat(anonymous(link).toString()).isEqualTo("{\"stopped\":true}");
        for (String none : List.of(link + "A", path, path + "?token=")) {
            assertThat(anonymous(none).get("status").asInt()).as(none).isEqualTo(404);
        }

        assertThat(least.get("kinds")
                        .valueStream()
                        .map(each -> each.get("kind").asString() + " "
                                + each.get("timing").asString()))
                .contains("offer-made AT_ONCE", "offer-escalated AT_ONCE", "offer-expired OFF", "offer-confirmed OFF");
        assertThat(answer(asStudent(), "GET", PREFERENCES, null)).isEqualTo(least);
        assertThat(anonymous(path, Map.of("token", links.tokenFor(student) + "A"))
                        .get("status")
                        .asInt())
                .isEqualTo(404);
        assertThat(anonymous(PREFERENCES, Map.of()).get("status").asInt()).isEqualTo(401);
    }

    @Test
    void aUniversityHearsOnceOfAStudentWhomAnUrgentMailDoesNotReach() {
        String university = "univ of " + programme;
        String asUniversity = TOKENS.token(Role.UNIVERSITY, university);
        String lost = UUID.randomUUID().toString();
        String missed = UUID.randomUUID().toString();
        transaction.executeWithoutResult(status -> {
            contacts.arrivedAtDesk(
                    UUID.randomUUID().toString(),
                    new Contact(Desk.of(university), 1, "Career centre", "desk@uni.example", Language.EN, university),
                    null);
            contacts.arrived(new Contact(lost, 1, "Han Mei", "no address at all", Language.EN, university));
        });
        offer(lost, missed, 1, OfferState.EXTENDED);

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !list(asUniversity, "").get("items").isEmpty());

        JsonNode told = list(asUniversity, "").get("items").get(0);
        assertThat(told.get("kind").asString()).isEqualTo("student-not-reached");
        assertThat(told.get("text").asString()).contains("AI intern").doesNotContain("Han Mei");
        assertThat(unread(asUniversity)).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from mails where urgent and not others_told and state = 'FAILED'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(list(TOKENS.token(Role.UNIVERSITY, "another"), "").get("items"))
                .isEmpty();
    }

    @Test
    void anOrganisationChoosesForItsDeskAndASchoolDoesNot() {
        String university = TOKENS.token(Role.UNIVERSITY, "univ of " + programme);

        assertThat(answer(university, "PUT", PREFERENCES, Map.of("language", "EN"))
                        .get("digest")
                        .asString())
                .isEqualTo("WEEKLY");
        assertThat(answer(university, "GET", PREFERENCES, null).get("language").asString())
                .isEqualTo("EN");
        assertThat(problem(TOKENS.schoolToken("univ of " + programme, "cs"), "PUT", PREFERENCES, Map.of()))
                .isEqualTo("forbidden");
        assertThat(answer(TOKENS.token(Role.UNIVERSITY, "another"), "GET", PREFERENCES, null)
                        .get("language")
                        .isNull())
                .isTrue();
        assertThat(problem(TOKENS.token(Role.OPERATIONS, "operations"), "GET", PREFERENCES, null))
                .isEqualTo("forbidden");
    }

    private JsonNode choose(Map<String, Object> preferences) {
        return answer(asStudent(), "PUT", PREFERENCES, preferences);
    }

    private static Map<String, String> kind(String kind, String timing) {
        return Map.of("kind", kind, "timing", timing);
    }

    private void sendingDigests() {
        sending.due().forEach(person -> transaction.executeWithoutResult(status -> sending.sendTo(person)));
    }

    private JsonNode anonymous(String path, Map<String, String> body) {
        return RestClient.create()
                .post()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(JsonMapper.shared().valueToTree(body).toString())
                .exchange((request, response) -> JsonMapper.shared().readTree(response.getBody()));
    }

    private JsonNode anonymous(String path) {
        return RestClient.create()
                .get()
                .uri(URI.create("http://127.0.0.1:" + port + path))
                .exchange((request, response) -> JsonMapper.shared().readTree(response.getBody()));
    }

    private JsonNode brake(String token, String outlet, Map<String, Object> body) {
        return answer(token, "PUT", "/api/v1/brakes/" + outlet, body);
    }
}
