package dev.talentpipeline.internship.owndata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.meeting.Meeters;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A person reads everything that is held about them; their university reads it for them, save what is theirs to show. */
@RunningService
class OwnDataIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Test
    void theUniversityReadsNoDossierThroughIt() {
        Meeters two = Meeters.in(participants, market, market.programme());
        String person = two.student().person();
        String dossier = "/people/" + person + "/dossier";
        Api.Answer kept = two.own().upload(dossier + "/files/CV", "application/pdf", "%PDF-1.7 a life".getBytes(UTF_8));
        two.own()
                .put(dossier, Map.of("links", List.of(Map.of("label", "Code", "address", "https://code.example.org"))));
        two.shareCode();
        List<String> own = List.of("dossierLinks", "dossierFiles", "dossierShares", "dossierReadings", "shareCodes");

        JsonNode read = data(two.university(), person);

        assertThat(own).allSatisfy(part -> assertThat(read.has(part)).as(part).isFalse());
        assertThat(read.toString()).doesNotContain("code.example.org", kept.text("sha256"));
        assertThat(read.path("person").path(0).path("number").asString())
                .isEqualTo(two.student().number());
        assertThat(data(two.own(), person).toString()).contains(own).contains("code.example.org", kept.text("sha256"));
    }

    private static JsonNode data(Api caller, String person) {
        Api.Answer read = caller.get("/people/" + person + "/personal-data");
        assertThat(read.status()).as(read.json().toString()).isEqualTo(200);
        return read.json().path("data");
    }
}
