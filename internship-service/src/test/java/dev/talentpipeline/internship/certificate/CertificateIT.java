package dev.talentpipeline.internship.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A skill may come from a certificate, and the university says whether it has seen it. */
@RunningService
class CertificateIT {

    private static final String PATH = "/people/me/certificates/ai-engineer";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    private String programme;
    private Entered student;
    private Api themselves;
    private Api university;
    private String decisions;

    @BeforeEach
    void enter() {
        programme = market.programme();
        student = market.student(programme);
        themselves = participants.student(Market.UNIVERSITY, student.person());
        university = participants.university(Market.UNIVERSITY);
        decisions = "/people/%s/certificates/ai-engineer/decisions".formatted(student.number());
    }

    private static Map<String, Object> certificate() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("level", "INTERMEDIATE");
        body.put("number", "AI-2026-0042");
        body.put("issuedOn", "2026-05-20");
        body.put("skills", List.of(Map.of("id", "python", "level", 4)));
        return body;
    }

    private JsonNode attested(Api caller) {
        return caller.get("/programmes/%s/students/%s".formatted(programme, student.id()))
                .json()
                .path("attestedSkills");
    }

    @Test
    void itAttestsItsSkillsAndSaysWhetherTheUniversityHasSeenIt() {
        Api.Answer entered = themselves.put(PATH, certificate());
        JsonNode unseen = attested(university);
        Api.Answer verified = university.post(decisions, Map.of("decision", "VERIFY"));
        JsonNode seen = attested(themselves);
        JsonNode forOperations = attested(participants.operations());
        Map<String, Object> higher = certificate();
        higher.put("level", "SENIOR");
        Api.Answer changed = themselves.put(PATH, higher);

        assertThat(entered.status()).as(entered.json().toString()).isEqualTo(201);
        assertThat(unseen.at("/0/certificate/verified").asBoolean()).isFalse();
        assertThat(verified.text("state")).isEqualTo("VERIFIED");
        assertThat(seen.toString()).isEqualTo("""
                [{"id":"python","level":4,"source":"CERTIFICATE","completedOn":"2026-05-20",\
                "certificate":{"occupation":"ai-engineer","level":"INTERMEDIATE","number":"AI-2026-0042","verified":true}}]""");
        assertThat(forOperations.toString()).contains("\"verified\":true").doesNotContain("AI-2026-0042");
        assertThat(changed.text("state")).as("what it says now nobody has seen").isEqualTo("ENTERED");
        assertThat(changed.json().path("version").asLong()).isEqualTo(3);
        assertThat(themselves.put(PATH, higher).json().path("version").asLong()).isEqualTo(3);
        Map<String, String> ofTheFirst = Map.of("If-Match", entered.etag());
        Api.Answer unseenNow = university.send("POST", decisions, Map.of("decision", "VERIFY"), ofTheFirst);
        assertThat(unseenNow.status()).isEqualTo(412);
        assertThat(unseenNow.text("type")).endsWith("/version-changed");
        assertThat(university
                        .send("POST", decisions, Map.of("decision", "REJECT"), Map.of("If-Match", changed.etag()))
                        .text("state"))
                .isEqualTo("REJECTED");
        assertThat(attested(university).isEmpty()).isTrue();
        assertThat(themselves
                        .get("/people/me/certificates")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(themselves.delete(PATH).status()).isEqualTo(204);
        assertThat(themselves.delete(PATH).status()).isEqualTo(404);
    }

    @Test
    void onlyTheUniversityVerifiesAndNobodyElseSeesIt() {
        themselves.put(PATH, certificate());
        Map<String, Object> bad = certificate();
        bad.put("issuedOn", "2199-01-01");

        assertThat(themselves
                        .post(PATH + "/decisions", Map.of("decision", "VERIFY"))
                        .status())
                .isEqualTo(403);
        assertThat(participants
                        .school(Market.UNIVERSITY, "law")
                        .post(decisions, Map.of("decision", "VERIFY"))
                        .status())
                .isEqualTo(403);
        String byId = "/people/%s/certificates".formatted(student.person());
        assertThat(participants.university("pku").get(byId).status()).isEqualTo(404);
        assertThat(participants.company(Market.COMPANY).get(byId).status()).isEqualTo(403);
        assertThat(themselves.put(PATH, bad).status()).isEqualTo(400);
        assertThat(themselves
                        .put(PATH, Bodies.with(Map.copyOf(certificate()), "level", "GRAND"))
                        .status())
                .isEqualTo(400);
        assertThat(themselves
                        .put("/people/me/certificates/ai-engineeer", certificate())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void itGoesWithThePerson() {
        themselves.put(PATH, certificate());
        JsonNode held = themselves.get("/people/me/personal-data").json().at("/data/certificates/0");

        themselves.delete("/people/me/personal-data");

        assertThat(held.path("number").asString()).isEqualTo("AI-2026-0042");
        assertThat(jdbc.sql("select count(*) from certificate where person = cast(? as uuid)")
                        .param(student.person())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
