package dev.talentpipeline.internship.roll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** How far those on a roll have come is counted, and whoever is counted is found. */
@RunningService
class RollStandingIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    private Rolls rolls;

    @BeforeEach
    void enter() {
        rolls = Rolls.newUniversity(participants);
        rolls.put("01", Map.of("name", "李雷", "school", "law", "phone", "13800001234"));
        rolls.put("02", Map.of("name", "韩梅梅", "school", "informatics", "email", "han@example.edu.cn"));
    }

    @Test
    void everyCountLeadsToExactlyThoseCounted() {
        String programme = market.programme();
        String path = "/programmes/%s/students/".formatted(programme);
        rolls.put("03", Map.of("name", "王小明"));
        rolls.put("04", Map.of("name", "田壮"));
        rolls.put("05", Map.of("name", "Ada Lin"));
        rolls.university().put(path + "03", Bodies.student());
        Map<String, Object> silent = new LinkedHashMap<>(Bodies.student());
        silent.put("consent", false);
        rolls.university().put(path + "04", silent);
        Api.Answer posted = rolls.university().put(path + "05", Bodies.student());
        rolls.university().put(path + "02", Bodies.student());
        rolls.university().delete(path + "02");
        Market.Entered matched = new Market.Entered(posted.text("id"), posted.text("person"), "05");
        market.decide(matched, market.offer(programme, matched, market.internship(programme)), "ACCEPT");

        JsonNode counts = rolls.university()
                .get("/organisations/%s/roll-standing?programme=%s".formatted(rolls.org(), programme))
                .json()
                .at("/all/unclaimed");

        assertThat(counts.toString())
                .isEqualTo("{\"entries\":5,\"noProfile\":2,\"outOfMarket\":1,\"inMarket\":1,\"matched\":1}");
        assertThat(onRoll("standing=NO_PROFILE&programme=" + programme)).containsExactly("01", "02");
        assertThat(onRoll("standing=OUT_OF_MARKET&programme=" + programme)).containsExactly("04");
        assertThat(onRoll("standing=IN_MARKET&programme=" + programme)).containsExactly("03");
        assertThat(onRoll("standing=MATCHED")).containsExactly("05");
        assertThat(onRoll("name=%E6%9D%8E")).containsExactly("01");
        assertThat(numbersIn(path + "?standing=OUT_OF_MARKET")).containsExactly("04");
        assertThat(numbersIn(path + "?standing=IN_MARKET")).containsExactly("03");
        assertThat(numbersIn(path + "?consent=NONE&state=ACTIVE")).containsExactly("04");
        assertThat(numbersIn(path + "?consent=AWAITED")).isEmpty();
    }

    private List<String> onRoll(String asked) {
        return numbersIn(rolls.path() + "?" + asked);
    }

    private List<String> numbersIn(String list) {
        return numbersIn(rolls.university(), list);
    }

    private static List<String> numbersIn(Api reader, String list) {
        return reader.get(list.replace("/?", "?")).json().path("items").findValuesAsString("number");
    }

    @Test
    void whoHasNotClaimedIsCountedApartFromWhoIsNotMatched() {
        String programme = market.programme();
        String path = "/programmes/%s/students/".formatted(programme);
        rolls.put("03", Map.of("name", "王小明", "school", "law"));
        rolls.put("04", Map.of("name", "田壮"));
        Map<String, Object> body = new LinkedHashMap<>(Bodies.student());
        body.put("school", "law");
        Api.Answer posted = rolls.university().put(path + "03", body);
        body.put("consent", false);
        rolls.university().put(path + "01", body);
        claims("02");
        claims("03");

        JsonNode before = rolls.university()
                .get("/organisations/%s/roll-standing?programme=%s".formatted(rolls.org(), programme))
                .json();
        market.decide(
                new Market.Entered(posted.text("id"), posted.text("person"), "03"),
                market.offer(
                        programme,
                        new Market.Entered(posted.text("id"), posted.text("person"), "03"),
                        market.internship(programme)),
                "ACCEPT");
        JsonNode after = rolls.university()
                .get("/organisations/%s/roll-standing".formatted(rolls.org()))
                .json();
        JsonNode law = participants
                .school(rolls.org(), "law")
                .get("/organisations/%s/roll-standing".formatted(rolls.org()))
                .json();

        assertThat(before.path("all").toString()).isEqualTo("""
                {"entries":4,"unclaimed":{"entries":2,"noProfile":1,"outOfMarket":1,"inMarket":0,"matched":0},\
                "claimed":{"entries":2,"noProfile":1,"outOfMarket":0,"inMarket":1,"matched":0},"consentAwaited":0}""");
        assertThat(after.at("/all/claimed/matched").asInt()).isEqualTo(1);
        assertThat(after.at("/all/claimed/inMarket").asInt()).isZero();
        assertThat(after.path("items").findValuesAsString("school")).containsExactly("informatics", "law", "");
        assertThat(law.path("items").findValuesAsString("school")).containsExactly("law");
        assertThat(law.at("/all/entries").asInt()).isEqualTo(2);
        assertThat(new String(
                        participants
                                .school(rolls.org(), "law")
                                .download("/organisations/%s/roll-standing?format=csv".formatted(rolls.org()))
                                .bytes(),
                        StandardCharsets.UTF_8))
                .startsWith("\uFEFF学院,记录,未认领 记录,未认领 无档案,")
                .contains("law,2,");
        assertThat(participants
                        .university("another")
                        .get("/organisations/%s/roll-standing".formatted(rolls.org()))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoeverActsForASchoolFindsThoseWhomItsNumbersCountAmongAllOfTheUniversity() {
        String programme = market.programme();
        String path = "/programmes/%s/students/".formatted(programme);
        rolls.put("03", Map.of("name", "王小明", "school", "law"));
        rolls.put("04", Map.of("name", "田壮", "school", "informatics"));
        for (String number : List.of("01", "02", "03", "04")) {
            Map<String, Object> body = new LinkedHashMap<>(Bodies.student());
            body.put("school", List.of("01", "03").contains(number) ? "law" : "informatics");
            body.put("consent", List.of("03", "04").contains(number));
            assertThat(rolls.university().put(path + number, body).status()).isEqualTo(201);
        }
        Api law = participants.school(rolls.org(), "law");

        JsonNode counts = law.get("/organisations/%s/roll-standing?programme=%s".formatted(rolls.org(), programme))
                .json()
                .at("/all/unclaimed");

        assertThat(counts.toString())
                .isEqualTo("{\"entries\":2,\"noProfile\":0,\"outOfMarket\":1,\"inMarket\":1,\"matched\":0}");
        assertThat(numbersIn(law, path + "?school=law&standing=IN_MARKET")).containsExactly("03");
        assertThat(numbersIn(law, path + "?school=law&standing=OUT_OF_MARKET")).containsExactly("01");
        assertThat(numbersIn(law, path + "?standing=IN_MARKET"))
                .as("without its school it reads those of all")
                .containsExactlyInAnyOrder("03", "04");
        assertThat(numbersIn(law, rolls.path() + "?standing=IN_MARKET&programme=" + programme))
                .as("of the roll it has its own part")
                .containsExactly("03");
    }

    private void claims(String entry) {
        String secret = rolls.university()
                .post(rolls.path(entry) + "/claim-links", null)
                .text("secret");
        assertThat(participants
                        .operations()
                        .post("/roll-claims", Map.of("secret", secret))
                        .status())
                .isEqualTo(200);
    }
}
