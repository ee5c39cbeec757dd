package dev.talentpipeline.internship.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Possible;
import dev.talentpipeline.internship.support.RunningService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is said that could be done with an import is what could. */
@RunningService
class PossibleActsOnImportIT {

    private static final Map<String, String> COLUMNS = Map.of(
            "1",
            "number",
            "2",
            "name",
            "3",
            "email",
            "5",
            "degree",
            "6",
            "major",
            "8",
            "availableFrom",
            "9",
            "availableUntil",
            "10",
            "consent");

    private static final String HEADER = "学号,姓名,邮箱,手机号,学历,专业,技能,可实习开始日期,可实习结束日期,同意匹配\n";

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "READY, 'COMMIT, CANCEL, READ_AGAIN'",
        "READY with a bad row, 'CANCEL, READ_AGAIN'",
        "READY without its file, 'COMMIT, CANCEL'",
        "READY in a closed programme, CANCEL",
        "COMMITTED,",
        "CANCELLED,",
        "REFUSED,"
    })
    void whoeverUploadedItIsToldWhatTheyCouldDo(String state, String told) {
        String programme = market.programme();
        Api university = participants.university(Market.UNIVERSITY);
        Importing importing = new Importing(university, programme);
        Map<String, Api> readers = new LinkedHashMap<>();
        readers.put("university", university);
        readers.put("a school of it", participants.school(Market.UNIVERSITY, "computing"));
        readers.put("another university", participants.university("fudan"));

        Possible possible = Possible.at(
                () -> "/programmes/%s/imports/%s".formatted(programme, brought(importing, programme, state)),
                Map.of(
                        "COMMIT",
                        (reader, path) -> {
                            Api.Answer answer = reader.post(path + "/commit", null);
                            importing.settled(path.substring(path.lastIndexOf('/') + 1));
                            return answer;
                        },
                        "CANCEL",
                        Api::delete,
                        "READ_AGAIN",
                        (reader, path) -> {
                            Api.Answer answer = reader.post(path + "/readings", Map.of("columns", COLUMNS));
                            importing.settled(path.substring(path.lastIndexOf('/') + 1));
                            return answer;
                        }));

        if (state.endsWith("closed programme")) {
            // Nothing is uploaded into a programme that is closed: what was uploaded before is looked at, and cancelled
            // once.
            JsonNode ready = importing.read("STUDENTS", HEADER + row("王小明", "wang@example.edu.cn"));
            university.post("/programmes/%s/state".formatted(programme), Map.of("state", "CLOSED"));
            String path = "/programmes/%s/imports/%s"
                    .formatted(programme, ready.path("id").asString());
            possible = new Possible(() -> path, possible.reading(), possible.deeds());
        }
        assertThat(possible.holds(readers)).isEqualTo(told == null ? Map.of() : Map.of("university", told));
    }

    private String brought(Importing importing, String programme, String state) {
        String file = switch (state) {
            case "REFUSED" -> "nothing that is a table of students";
            case "READY with a bad row" -> HEADER + row("王小明", "no address");
            default -> HEADER + row("王小明", "wang@example.edu.cn");
        };
        JsonNode found = importing.read("STUDENTS", file);
        String id = found.path("id").asString();
        switch (state) {
            case "COMMITTED" -> importing.commit(found);
            case "CANCELLED" -> importing.cancel(id);
            case "READY without its file" ->
                jdbc.sql("delete from import_file where import = cast(? as uuid)")
                        .param(id)
                        .update();
            default -> {}
        }
        return id;
    }

    private static String row(String name, String email) {
        return "%s,%s,%s,,硕士,数学,,2027-03-01,2027-12-31,是\n"
                .formatted(UUID.randomUUID().toString().substring(0, 8), name, email);
    }
}
