package dev.talentpipeline.internship.programme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How much members may enter. */
@RunningService
class QuotaIT {

    private static final int AT_ONCE = 8;

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Test
    void ofManyWhoPostAtOnceOnlyAsManyGetInAsTheQuotaAllows() {
        String programme = market.programme(quotas(Map.of(
                "companies", Map.of(Market.COMPANY, 6), "eachUniversity", 3, "universities", Map.of("fudan", 0))));

        List<Api.Answer> internships = atOnce(n -> postInternship(programme, "r" + n, 2));
        List<Api.Answer> students = atOnce(n -> postStudent(programme, "n" + n));

        assertThat(internships).extracting(Api.Answer::status).containsOnly(201, 422);
        assertThat(internships).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(students).filteredOn(answer -> answer.status() == 201).hasSize(3);
        Api.Answer refused = internships.stream()
                .filter(answer -> answer.status() == 422)
                .findFirst()
                .orElseThrow();
        assertThat(refused.text("type")).endsWith("/quota-exceeded");
        assertThat(List.of(refused.text("field"), refused.json().path("value").asInt()))
                .containsExactly("seats", 2);
        assertThat(List.of(
                        refused.json().path("quota").asInt(),
                        refused.json().path("entered").asInt(),
                        refused.json().path("left").asInt()))
                .containsExactly(6, 6, 0);
        assertThat(refused.text("remedy")).contains("Withdraw others first");
        assertThat(participants
                        .university("fudan")
                        .put("/programmes/%s/students/1".formatted(programme), Bodies.student())
                        .status())
                .isEqualTo(422);
        assertThat(participants
                        .company("not-named")
                        .put(
                                "/programmes/%s/internships/1".formatted(programme),
                                Bodies.with(Bodies.internship(), "seats", 9))
                        .status())
                .as("has no quota")
                .isEqualTo(201);
    }

    @Test
    void whatIsTakenOutMakesRoomAndWhatIsThereMayChangeButNotGrow() {
        String programme = market.programme(quotas(Map.of("eachCompany", 4, "eachUniversity", 1)));
        postInternship(programme, "a", 3);
        postStudent(programme, "one");

        assertThat(postInternship(programme, "a", 5).status()).isEqualTo(422);
        assertThat(postInternship(programme, "a", 4).status()).isEqualTo(200);
        assertThat(postInternship(programme, "b", 1).status()).isEqualTo(422);
        assertThat(postStudent(programme, "one").status()).isEqualTo(200);
        assertThat(postStudent(programme, "two").status()).isEqualTo(422);

        company().delete("/programmes/%s/internships/a".formatted(programme));
        owner().delete("/programmes/%1$s/students/%1$sone".formatted(programme));
        assertThat(postInternship(programme, "b", 1).status()).isEqualTo(201);
        assertThat(postStudent(programme, "two").status()).isEqualTo(201);
        // then: who left does not come back beyond the quota
        assertThat(postInternship(programme, "a", 4).status()).isEqualTo(422);
        assertThat(postInternship(programme, "a", 3).status()).isEqualTo(200);
        assertThat(postStudent(programme, "one").status()).isEqualTo(422);
    }

    @Test
    void aLoweredQuotaThrowsNobodyOut() {
        String programme = market.programme();
        postInternship(programme, "a", 5);

        Api.Answer lowered = owner().put("/programmes/" + programme, quotas(Map.of("eachCompany", 2)));

        assertThat(lowered.status()).isEqualTo(200);
        assertThat(lowered.json().path("quotas").toString())
                .isEqualTo("{\"companies\":{},\"universities\":{},\"eachCompany\":2,\"eachUniversity\":null}");
        assertThat(postInternship(programme, "a", 6).status()).isEqualTo(422);
        assertThat(postInternship(programme, "a", 4).status()).isEqualTo(200);
        assertThat(owner().put("/programmes/" + programme, quotas(Map.of("eachCompany", -1)))
                        .text("field"))
                .isEqualTo("quotas.eachCompany");
    }

    private Api.Answer postInternship(String programme, String reference, int seats) {
        return company()
                .put(
                        "/programmes/%s/internships/%s".formatted(programme, reference),
                        Bodies.with(Bodies.internship(), "seats", seats));
    }

    private Api.Answer postStudent(String programme, String number) {
        return owner().put("/programmes/%s/students/%s".formatted(programme, programme + number), Bodies.student());
    }

    private static List<Api.Answer> atOnce(IntFunction<Api.Answer> request) {
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Api.Answer>> answers = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> request.apply(n), callers))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        }
    }

    private static Map<String, @Nullable Object> quotas(Map<String, Object> quotas) {
        return Bodies.with(Bodies.programme(), "quotas", quotas);
    }

    private Api owner() {
        return participants.university(Market.UNIVERSITY);
    }

    private Api company() {
        return participants.company(Market.COMPANY);
    }
}
