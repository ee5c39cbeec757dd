package dev.talentpipeline.internship.offer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.imports.Importing;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What awaits somebody's endorsement is listed for them alone, what is due first before the others, however many others there are. */
@RunningService
class EndorsementQueueIT {

    private static final int MANY = 203;

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    JdbcClient jdbc;

    private Api university;
    private String programme;

    @BeforeEach
    void open() {
        university = participants.university(Market.UNIVERSITY);
        programme = market.programme(Bodies.with(Bodies.programme(), "endorsement", "SCHOOL_THEN_CAREER_CENTRE"));
    }

    @Test
    void eachSchoolHasItsOwnQueueAndTheCareerCentreThatOfWhomNoneSpeaksFor() {
        String computing = accepted(market.studentOf(programme, "computing"));
        String law = accepted(market.studentOf(programme, "law"));
        String free = accepted(market.student(programme));
        String endorsed = accepted(market.studentOf(programme, "law"));
        market.decide(school("law"), endorsed, "ENDORSE", null);
        String late = accepted(market.studentOf(programme, "law"));
        due(late, "-1 minutes");
        String notAccepted = market.offer(programme, market.studentOf(programme, "law"), market.internship(programme));
        due(free, "3 days");
        due(endorsed, "1 day");

        assertThat(queue(school("computing"))).containsExactly(computing);
        assertThat(queue(school("law"))).containsExactly(law).doesNotContain(notAccepted);
        assertThat(queue(school("physics"))).isEmpty();
        assertThat(queue(university)).containsExactly(endorsed, free);
        assertThat(queue(participants.university("fudan"))).isEmpty();
        for (Api other : List.of(participants.company(Market.COMPANY), participants.operations())) {
            assertThat(other.get(path("")).status()).isEqualTo(403);
        }
        // What is listed is what can be endorsed, and nothing else can.
        for (Api asked : List.of(school("computing"), school("law"), university)) {
            assertThat(queue(asked)).containsExactlyInAnyOrderElementsOf(couldEndorse(asked));
        }
    }

    @Test
    void ofMoreThanOnePageEachIsListedOnceAndTheOnlyOneOfAnotherSchoolStandsFirst() {
        List<String> many = acceptedByMany();
        String law = accepted(market.studentOf(programme, "law"));
        // Later than all others, and made last: by ids or by pages of all that is accepted it would stand behind them.
        due(law, "30 days");
        jdbc.sql("""
                        update offer set respond_by = respond_by + (abs(hashtext(id::text)) % 60) * interval '1 minute'
                        where programme = ? and id <> cast(? as uuid)
                        """).params(programme, law).update();

        assertThat(queue(school("law"))).containsExactly(law);

        JsonNode first = school("computing").get(path("?limit=200")).json();
        JsonNode second = school("computing")
                .get(path("?limit=200&cursor=" + first.path("next").asString()))
                .json();
        List<JsonNode> listed = Stream.of(first, second)
                .flatMap(page -> page.path("items").valueStream())
                .toList();
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(listed).extracting(offer -> offer.path("id").asString()).containsExactlyInAnyOrderElementsOf(many);
        assertThat(listed)
                .extracting(offer ->
                        offer.path("respondBy").asString() + offer.path("id").asString())
                .isSorted();
        assertThat(school("computing").get(path("?cursor=bm90aGluZw")).status()).isEqualTo(400);
    }

    private List<String> couldEndorse(Api asked) {
        return asked.get("/programmes/%s/offers?limit=200".formatted(programme))
                .json()
                .path("items")
                .valueStream()
                .filter(offer -> offer.path("possible")
                        .valueStream()
                        .anyMatch(act -> act.asString().equals("ENDORSE")))
                .map(offer -> offer.path("id").asString())
                .toList();
    }

    /** One school brings in its cohort, and everybody accepts. */
    private List<String> acceptedByMany() {
        market.school("computing");
        Importing importing = new Importing(university, programme);
        JsonNode read = importing.read(
                "STUDENTS",
                IntStream.range(0, MANY)
                        .mapToObj(at -> "%s-%d,王小明,wang@example.edu.cn,硕士,数学,computing,2027-03-01,2027-12-31,是"
                                .formatted(programme.substring(2, 10), at))
                        .collect(Collectors.joining("\n", "学号,姓名,邮箱,学历,专业,学院,可实习开始日期,可实习结束日期,同意匹配\n", "\n")));
        assertThat(importing.commit(read).path("state").asString()).isEqualTo("COMMITTED");
        String internship = market.internship(programme, Bodies.with(Bodies.internship(), "seats", MANY));
        List<Entered> students = new ArrayList<>();
        List<String> offers = new ArrayList<>();
        for (JsonNode student : pages("/programmes/%s/students".formatted(programme))) {
            students.add(new Entered(
                    student.path("id").asString(),
                    student.path("person").asString(),
                    student.path("number").asString()));
            offers.add(market.emitted(
                    Matcher.proposal(programme, 1, students.getLast().id(), internship)));
        }
        assertThat(offers).hasSize(MANY);
        for (int at = 0; at < MANY; at++) {
            market.awaitState(offers.get(at), "EXTENDED");
            market.decide(students.get(at), offers.get(at), "ACCEPT");
        }
        return offers;
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> items = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonNode page = university.get(path + "?limit=200&cursor=" + cursor).json();
            items.addAll(page.path("items").valueStream().toList());
            cursor = page.path("next").asString(null);
        }
        return items;
    }

    private void due(String offer, String from) {
        jdbc.sql("update offer set respond_by = now() + cast(? as interval) where id = cast(? as uuid)")
                .params(from, offer)
                .update();
    }

    private List<String> queue(Api asked) {
        Api.Answer answer = asked.get(path(""));
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(offer -> offer.path("id").asString())
                .toList();
    }

    private String path(String query) {
        return "/programmes/%s/endorsements%s".formatted(programme, query);
    }

    private Api school(String name) {
        return participants.school(Market.UNIVERSITY, name);
    }

    private String accepted(Entered student) {
        String offer = market.offer(programme, student, market.internship(programme));
        assertThat(market.decide(student, offer, "ACCEPT").text("state")).isEqualTo("ACCEPTED");
        return offer;
    }
}
