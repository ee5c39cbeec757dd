package dev.talentpipeline.internship.exports.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Which columns a file has: those of the list, those that were chosen, or those that somebody prescribes; and what the trail says of it. */
@RunningService
class ExportTemplateIT {

    @Autowired
    Participants participants;

    private String org;
    private Api university;
    private String destinations;
    private String template;

    @BeforeEach
    void enter() {
        org = "univ-" + UUID.randomUUID().toString().substring(0, 8);
        university = participants.university(org);
        destinations = "/organisations/" + org + "/destinations";
        template = "/organisations/" + org + "/export-templates/register";
        university.put("/organisations/" + org, Bodies.university(org));
        university.put("/organisations/" + org + "/schools/law", Map.of("nameZh", "法学院", "nameEn", "Law"));
        String roll = "/organisations/" + org + "/roll/";
        university.put(
                roll + "0042",
                Map.of("name", "李雷", "school", "law", "major", "法学", "majorCode", "030101K", "degree", "BACHELOR"));
        university.put(roll + "0043", Map.of("name", "韩梅梅"));
        Api.Answer recorded = university.post(
                roll + "0042/destinations",
                Map.of(
                        "kind", "11",
                        "since", "2027-07-01",
                        "organisation", "浮屿云",
                        "creditCode", "91000000MADEM00037",
                        "industryCode", "I65",
                        "positionCode", "13",
                        "region", "CN-SH",
                        "evidence", Map.of("kind", "LABOUR_CONTRACT", "document", "C-0001")));
        assertThat(recorded.status()).as(recorded.json().toString()).isEqualTo(201);
    }

    private List<String> lines(String query) {
        Api.Download file = university.download(destinations + query);
        assertThat(file.status()).as(new String(file.bytes(), UTF_8)).isEqualTo(200);
        return new String(file.bytes(), UTF_8).replace("\uFEFF", "").lines().toList();
    }

    @Test
    void theTableForTheAuthorityHasItsColumnsAndCodes() {
        List<String> lines = lines("?format=CSV&template=register");

        assertThat(lines).hasSize(3);
        List<String> headings = Arrays.asList(lines.getFirst().split(","));
        List<String> row = Arrays.asList(lines.get(1).split(",", -1));
        assertThat(headings)
                .startsWith("学号", "姓名", "院系", "专业", "专业代码", "学历", "学历代码")
                .contains("毕业去向类别代码", "统一社会信用代码", "单位所在地代码", "协议书编号")
                .hasSameSizeAs(row);
        assertThat(row)
                .startsWith("'0042", "李雷", "法学院", "法学", "030101K", "本科", "31")
                .contains("11", "浮屿云", "91000000MADEM00037", "310000", "I65", "13", "2027-07-01", "劳动合同", "C-0001");
        assertThat(lines.get(2)).startsWith("'0043,韩梅梅,,").contains(",,,,");
    }

    @Test
    void aUniversityPutsItsOwnInItsPlace() {
        Api.Answer shipped = university.get(template);
        Map<String, ?> own = Map.of(
                "columns",
                List.of(
                        Map.of("heading", "代码", "field", "destination.kind", "codes", Map.of("11", "A11")),
                        Map.of("heading", "学校代码", "text", "10003"),
                        Map.of("heading", "学号", "field", "number")));

        Api.Answer unseen = university.send("PUT", template, own, Map.of("If-Match", "\"7\""));
        Api.Answer put = university.send("PUT", template, own, Map.of("If-Match", shipped.etag()));
        Api.Answer same = university.put(template, own);

        assertThat(shipped.json().path("own").asBoolean()).isFalse();
        assertThat(List.of(unseen.status(), put.status(), same.status())).containsExactly(412, 201, 200);
        assertThat(same.etag()).isEqualTo(put.etag()).isEqualTo("\"1\"");
        assertThat(lines("?format=CSV&template=register&known=true")).containsExactly("代码,学校代码,学号", "A11,10003,'0042");
        assertThat(university
                        .get("/organisations/" + org + "/export-templates")
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(participants.operations().get(template).json()).isEqualTo(put.json());
        assertThat(participants.university("another").get(template).status()).isEqualTo(403);
        assertThat(participants.school(org, "law").put(template, own).status()).isEqualTo(403);

        assertThat(university.delete(template).status()).isEqualTo(204);
        assertThat(university.delete(template).status()).isEqualTo(404);
        assertThat(lines("?format=CSV&template=register").getFirst()).startsWith("学号,姓名,院系");
    }

    @Test
    void whatIsNoTemplateIsRefusedWithWhatWouldBe() {
        Api.Answer bad = university.put(
                template,
                Map.of(
                        "columns",
                        List.of(
                                Map.of("heading", "甲", "field", "destination.salary"),
                                Map.of("heading", "甲", "field", "number", "text", "x"))));

        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("columns[0].field", "columns[1].heading", "columns[1].field");
        assertThat(bad.json().toString()).contains("destination.evidence.document");
        assertThat(university.put(template, Map.of("columns", List.of())).status())
                .isEqualTo(400);
        assertThat(university.get(destinations + "?template=register").status())
                .as("of a page")
                .isEqualTo(400);
        assertThat(university
                        .get(destinations + "?format=JSON&template=register")
                        .status())
                .isEqualTo(400);
        assertThat(university.get(destinations + "?format=CSV&template=none").status())
                .isEqualTo(404);
        assertThat(university
                        .get("/organisations/" + org + "/roll?format=CSV&template=register")
                        .text("type"))
                .endsWith("/unknown-parameter");
    }

    @Test
    void aFileHasTheFieldsThatAreChosenInTheirOrder() {
        assertThat(lines("?format=CSV&language=en&fields=name,number"))
                .containsExactly("Name,Number", "李雷,'0042", "韩梅梅,'0043");
        assertThat(lines("?format=CSV&language=en&fields=destination").getFirst())
                .contains("Destination kind,", "Destination evidence document")
                .doesNotContain("Number");
        assertThat(university
                        .get(destinations + "?format=JSON&fields=number")
                        .json()
                        .toString())
                .isEqualTo("{\"items\":[{\"number\":\"0042\"},{\"number\":\"0043\"}],\"next\":null}");
        assertThat(university.get(destinations + "?format=CSV&fields=numbre").text("type"))
                .endsWith("/unknown-field");
        assertThat(university
                        .get(destinations + "?format=CSV&fields=number&template=register")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoTookAListOfPeopleIsOnTheTrailWithoutAnybodysName() {
        university.download("/organisations/" + org + "/roll?format=CSV&number=0042&claimed=false&fields=name");
        university.download("/organisations/" + org + "/roll/0042/destinations?format=JSON");
        university.download("/destination-kinds?format=CSV");
        university.get("/organisations/" + org + "/roll");

        List<JsonNode> exported = university
                .get("/audit?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(entry -> entry.path("deed").asString().startsWith("LIST_EXPORT"))
                .toList();
        assertThat(exported).hasSize(2);
        JsonNode first = exported.getFirst();
        assertThat(first.path("id").asString()).isEqualTo("/organisations/{organisation}/roll");
        assertThat(first.path("facts").path("rows").asString()).isEqualTo("1");
        assertThat(first.path("facts").path("format").asString()).isEqualTo("CSV");
        assertThat(first.path("facts").path("filter").asString())
                .isEqualTo("claimed=false&fields=name&number=…&organisation=" + org);
        assertThat(first.path("by").path("role").asString()).isEqualTo("UNIVERSITY");
        assertThat(exported.toString()).doesNotContain("0042", "李雷");
    }
}
