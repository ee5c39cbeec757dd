package dev.talentpipeline.internship.roll;

import static dev.talentpipeline.internship.roll.Rolls.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Students take over what is theirs, by a link that their university hands them. */
@RunningService
class ClaimIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    private Rolls rolls;

    @BeforeEach
    void enter() {
        rolls = Rolls.newUniversity(participants);
        rolls.put("01", Map.of("name", "李雷", "school", "law", "phone", "13800001234"));
        rolls.put("02", Map.of("name", "韩梅梅", "school", "informatics", "email", "han@example.edu.cn"));
    }

    private String secret(String entry) {
        Api.Answer given = rolls.university().post(rolls.path(entry) + "/claim-links", null);
        assertThat(given.status()).as(given.json().toString()).isEqualTo(200);
        assertThat(given.headers().firstValue("Cache-Control")).hasValue("no-store");
        return given.text("secret");
    }

    private Api.Answer claim(Map<String, ?> body) {
        return participants.operations().post("/roll-claims", body);
    }

    @Test
    void aLinkMakesAPersonOfAnEntryOnce() {
        String secret = secret("02");

        Api.Answer claimed = claim(Map.of("secret", secret, "language", "en"));
        Api.Answer again = claim(Map.of("secret", secret));

        assertThat(claimed.status()).as(claimed.json().toString()).isEqualTo(200);
        assertThat(claimed.text("org")).isEqualTo(rolls.org());
        assertThat(claimed.json().path("roles").toString()).isEqualTo("[\"STUDENT\"]");
        String person = claimed.text("person");
        JsonNode entry = rolls.entry("02").json();
        assertThat(entry.path("person").asString()).isEqualTo(person);
        assertThat(entry.path("claimedAt").isNull()).isFalse();
        assertThat(entry.path("version").asLong()).isEqualTo(2);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("type")).endsWith("claim-link-used");
        assertThat(rolls.university()
                        .post(rolls.path("02") + "/claim-links", null)
                        .text("type"))
                .endsWith("roll-entry-claimed");
        JsonNode me =
                participants.student(rolls.org(), person).get("/people/me").json();
        assertThat(me.path("name").asString()).isEqualTo("韩梅梅");
        assertThat(me.path("language").asString()).isEqualTo("en");
        assertThat(TopicReader.events(codec, Topics.CONTACTS, person::equals, 1))
                .extracting(Contact::getEmail)
                .containsExactly("han@example.edu.cn");
    }

    @Test
    void whoeverCannotBeReachedSaysWhere() {
        String secret = secret("01");

        Api.Answer nowhere = claim(Map.of("secret", secret));
        Api.Answer wrong = claim(Map.of("secret", secret, "email", "nobody"));
        Api.Answer claimed = claim(Map.of("secret", secret, "email", "li.lei@example.org"));

        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.text("type")).endsWith("email-needed");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(claimed.status()).as(claimed.json().toString()).isEqualTo(200);
        assertThat(participants
                        .student(rolls.org(), claimed.text("person"))
                        .get("/people/me")
                        .text("email"))
                .isEqualTo("li.lei@example.org");
        assertThat(rolls.entry("01").json().path("email").isNull())
                .as("the roll is the university's")
                .isTrue();
    }

    @Test
    void whoWasEnteredIntoAProgrammeClaimsWhoTheyAre() {
        String programme = market.programme();
        String person = rolls.university()
                .put("/programmes/%s/students/02".formatted(programme), Bodies.student())
                .text("person");

        Api.Answer claimed = claim(Map.of("secret", secret("02"), "email", "han.own@example.org"));

        assertThat(claimed.text("person")).isEqualTo(person);
        JsonNode me =
                participants.student(rolls.org(), person).get("/people/me").json();
        assertThat(me.path("email").asString()).isEqualTo("han.own@example.org");
        assertThat(me.path("students").size()).isEqualTo(1);
    }

    @Test
    void oneOfTwoWhoClaimAtOnceHasIt() {
        List<String> secrets = List.of(secret("02"), secret("02"));

        List<Integer> ends = secrets.stream()
                .map(secret -> CompletableFuture.supplyAsync(
                        () -> claim(Map.of("secret", secret)).status()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertThat(ends).containsExactly(200, 409);
    }

    @Test
    void aLinkThatExpiredOrWasTakenBackOrNeverWasClaimsNothing() {
        String expired = secret("01");
        jdbc.sql("update roll_link set expires_at = now() where entry = cast(? as uuid)")
                .param(rolls.entry("01").text("id"))
                .update();
        String takenBack = secret("02");
        Api.Answer back = rolls.university().delete(rolls.path("02") + "/claim-links");
        String good = secret("02");

        assertThat(back.status()).isEqualTo(204);
        for (String secret : List.of(expired, takenBack, "guessed")) {
            assertThat(claim(Map.of("secret", secret, "email", "a@example.org")).status())
                    .isEqualTo(404);
        }
        for (Api other :
                List.of(rolls.university(), participants.company("acme-ai"), participants.student(rolls.org(), "x"))) {
            assertThat(other.post("/roll-claims", Map.of("secret", good)).status())
                    .as("not at the front door")
                    .isEqualTo(403);
        }
        assertThat(claim(Map.of("secret", good)).status()).isEqualTo(200);
    }

    @Test
    void whoHasNotClaimedIsRemindedInBulkAndEarlierLinksStillHold() {
        rolls.put("03", Map.of("name", "王小明", "school", "law"));
        String first = secret("03");
        claim(Map.of("secret", secret("02")));
        Api law = participants.school(rolls.org(), "law");

        Api.Answer page = rolls.university().post(rolls.path() + "/claim-links?limit=1", null);
        Api.Answer rest = rolls.university().post(rolls.path() + "/claim-links?cursor=" + page.text("next"), null);
        Api.Answer ofSchool = law.post(rolls.path() + "/claim-links", null);

        assertThat(numbers(page)).containsExactly("01");
        assertThat(numbers(rest)).containsExactly("03");
        assertThat(numbers(ofSchool)).containsExactly("01", "03");
        assertThat(page.json().path("items").path(0).path("phone").asString()).isEqualTo("13800001234");
        assertThat(page.json().path("items").path(0).path("link").asString()).contains("/claim?secret=");
        assertThat(rolls.entry("03").json().path("asked").asInt()).isEqualTo(3);
        assertThat(rolls.entry("03").json().path("version").asLong())
                .as("asking changes no entry")
                .isEqualTo(1);
        assertThat(law.post(rolls.path("01") + "/claim-links", null).status()).isEqualTo(200);
        assertThat(participants
                        .school(rolls.org(), "informatics")
                        .post(rolls.path("01") + "/claim-links", null)
                        .status())
                .isEqualTo(404);
        assertThat(jdbc.sql("select hash from roll_link").query(String.class).list())
                .as("what is kept opens nothing")
                .doesNotContain(first);
        assertThat(claim(Map.of("secret", first, "email", "w@example.org")).status())
                .isEqualTo(200);
        assertThat(rolls.university().get("/audit?limit=200").json().findValuesAsString("deed"))
                .contains("CLAIM_LINK_GIVEN", "CLAIM_LINKS_GIVEN", "ROLL_ENTRY_CLAIMED");
    }

    @Test
    void whoeverIsErasedIsNoLongerOnTheRollByAnythingThatIsTheirs() {
        String id = rolls.put(
                        "02",
                        Map.of(
                                "name",
                                "韩梅梅",
                                "school",
                                "law",
                                "major",
                                "法学",
                                "majorCode",
                                "030101K",
                                "degree",
                                "BACHELOR",
                                "graduatesOn",
                                "2027-06-30",
                                "email",
                                "han@example.edu.cn"))
                .text("id");
        String unused = secret("02");
        Api student = participants.student(
                rolls.org(), claim(Map.of("secret", secret("02"))).text("person"));
        JsonNode own = student.get("/people/me/personal-data")
                .json()
                .path("data")
                .path("roll")
                .path(0);

        assertThat(own.path("major_code").asString()).isEqualTo("030101K");
        assertThat(student.delete("/people/me/personal-data").status()).isEqualTo(202);

        assertThat(numbers(rolls.university().get(rolls.path()))).containsExactly("01");
        assertThat(rolls.entry(id).status()).isEqualTo(404);
        assertThat(claim(Map.of("secret", unused)).status()).isEqualTo(404);
        Map<String, Object> left = jdbc.sql("select * from roll_entry where id = cast(? as uuid)")
                .param(id)
                .query()
                .singleRow();
        assertThat(left.values().stream()
                        .flatMap(value -> Stream.ofNullable(value).map(Object::toString)))
                .doesNotContain("02", "韩梅梅", "法学", "han@example.edu.cn")
                .contains("law", "030101K", "BACHELOR", "2027-06-30");
        assertThat(rolls.entry("erased-" + id).status()).isEqualTo(404);
        assertThat(rolls.put("erased-" + id, Map.of("name", "Again")).status()).isEqualTo(400);
        assertThat(rolls.put("02", Map.of("name", "Somebody else")).status())
                .as("the number is free")
                .isEqualTo(201);
    }

    @Test
    void whoLostTheAnswerAsksAgainWithTheSameKeyAndNobodyElseDoes() {
        String secret = secret("02");
        Map<String, String> key = Map.of("Claim-Key", "of-the-student");
        Api door = participants.operations();

        Api.Answer claimed = door.send("POST", "/roll-claims", Map.of("secret", secret), key);
        Api.Answer again = door.send("POST", "/roll-claims", Map.of("secret", secret), key);

        assertThat(claimed.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(claimed.json());
        assertThat(claim(Map.of("secret", secret)).status())
                .as("who made the link knows the secret, too")
                .isEqualTo(409);
        assertThat(door.send("POST", "/roll-claims", Map.of("secret", secret), Map.of("Claim-Key", "other"))
                        .status())
                .isEqualTo(409);
        assertThat(rolls.university().get("/audit?limit=200").json().findValuesAsString("deed"))
                .contains("ROLL_CLAIM_REPEATED");
        jdbc.sql("update roll_entry set claimed_at = claimed_at - interval '10 minutes' where person = cast(? as uuid)")
                .param(claimed.text("person"))
                .update();
        assertThat(door.send("POST", "/roll-claims", Map.of("secret", secret), key)
                        .status())
                .as("for some minutes")
                .isEqualTo(409);
    }

    @Test
    void inWhoseHandsALinkWasStaysOnRecord() {
        String secret = secret("02");
        Api.Answer bulk = rolls.university().post(rolls.path() + "/claim-links", null);
        String person = claim(Map.of("secret", secret)).text("person");

        String audit = rolls.university().get("/audit?limit=200").json().toString();
        assertThat(audit)
                .contains("\"linkGivenBy\":\"test-%s\"".formatted(rolls.org()), "\"linkGivenAt\":\"20")
                .contains(bulk.json()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("entry").asString())
                        .collect(Collectors.joining(" ", "\"entries\":\"", "\"")));
        Api student = participants.student(rolls.org(), person);
        assertThat(List.of(student.get("/audit?limit=200"), student.get("/people/me/personal-data")))
                .extracting(answer -> answer.json().toString())
                .allSatisfy(own -> assertThat(own)
                        .contains("ROLL_ENTRY_CLAIMED", "linkGivenAt")
                        .doesNotContain("linkGivenBy"));
    }

    @Test
    void aLinkIsLookedAtWithoutBeingUsedUp() {
        String secret = secret("02");
        Map<String, String> body = Map.of("secret", secret);

        Api.Answer seen = participants.operations().post("/roll-claims/lookups", body);
        Api.Answer claimed = claim(body);
        Api.Answer used = participants.operations().post("/roll-claims/lookups", body);

        assertThat(seen.text("university")).isEqualTo(rolls.org());
        assertThat(seen.text("numberEnd")).isEqualTo("2");
        assertThat(seen.json().toString()).doesNotContain("name\"", "email", "phone");
        assertThat(claimed.status()).isEqualTo(200);
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.text("type")).endsWith("claim-link-used");
        assertThat(participants
                        .operations()
                        .post("/roll-claims/lookups", Map.of("secret", "nobody's"))
                        .status())
                .isEqualTo(404);
        assertThat(rolls.university().post("/roll-claims/lookups", body).status())
                .as("only at the front door")
                .isEqualTo(403);
    }

    @Test
    void theLinksOfAllAreHadAsAFile() {
        rolls.put("0003", Map.of("name", "=cmd", "school", "law"));

        Api.Download file = rolls.university().postForFile(rolls.path() + "/claim-links?format=csv&language=en");

        Api.Answer underKey = rolls.university()
                .send(
                        "POST",
                        rolls.path() + "/claim-links?format=csv",
                        null,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(underKey.status()).as("would be held in memory").isEqualTo(400);
        assertThat(underKey.text("detail") + underKey.json()).contains("Idempotency-Key", "kept under no key");
        List<String> lines =
                new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).as("formulas and zeros are harmless").contains("'0003,'=cmd,law");
        assertThat(lines.get(2)).contains("/claim?secret=");
        String secret = lines.get(3).replaceAll(".*secret=([^,]+),.*", "$1");
        assertThat(claim(Map.of("secret", secret)).status()).isEqualTo(200);
    }
}
