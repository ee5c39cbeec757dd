package dev.talentpipeline.internship.owndata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.internship.meeting.Meeters;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.StoredFiles;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.stack.Infrastructure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I7 in this service: values that stand nowhere else are entered everywhere, found, erased, and found no more. */
@RunningService
class ErasureIT {

    private static final Duration BOUND = Duration.ofSeconds(90);

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Placing placing;

    @Autowired
    StoredFiles files;

    @Autowired
    ErasingPerson erasing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EventCodec codec;

    @Test
    void nothingOfThePersonIsLeftInAnyFile() throws Exception {
        everybodyElseIsErased();
        String canary = "canary" + UUID.randomUUID().toString().replace("-", "");
        String programme = market.programme();
        Entered other = market.student(programme);
        Api.Answer entered = enter(programme, canary);
        String person = entered.text("person");
        String id = entered.text("id");
        Api self = participants.student(Market.UNIVERSITY, person);
        String offer = market.offer(programme, new Entered(id, person, canary), market.internship(programme));
        market.decide(self, offer, "ACCEPT", null);
        self.send(
                "POST",
                "/offers/%s/decisions".formatted(offer),
                Map.of("decision", "RELEASE", "reason", "illness", "letter", "letter " + canary),
                Map.of("Idempotency-Key", canary));
        market.decideAsCompany(offer, "RELEASE", null);
        deadLetters(programme, id, other.id(), canary);

        // given that they are found: in tables, in the log of writing, on topics
        assertThat(files.ofTheDatabase(canary))
                .anyMatch(file -> file.toString().contains("pg_wal"))
                .anyMatch(file -> file.toString().contains("base"));
        await().atMost(BOUND)
                .until(() -> files.ofTheBroker(canary).stream()
                        .map(file -> file.getParent().getFileName().toString().replaceAll("-[0-9]+$", ""))
                        .distinct()
                        .toList()
                        .containsAll(List.of("contacts", "student-profiles", "student-profiles-matching-service-dlt")));
        assertThat(self.get("/people/me/personal-data").json().toString())
                .contains(canary + "@example.edu.cn", "topic " + canary, "letter " + canary);

        // when
        Api.Answer erased = self.delete("/people/me/personal-data");

        // then the tables hold nothing at once, and files nothing within the window
        assertThat(erased.status()).isEqualTo(202);
        assertThat(erased.text("completeBy")).isGreaterThan(erased.text("askedAt"));
        assertThat(self.get("/people/me/personal-data").status()).isEqualTo(404);
        assertThat(self.get("/people/me").status()).isEqualTo(404);
        long began = System.nanoTime();
        await().atMost(BOUND)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> jdbc.sql("select completed_at is not null from erasure where person = cast(? as uuid)")
                        .param(person)
                        .query(Boolean.class)
                        .single());
        await().atMost(BOUND).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(files.ofTheDatabase(canary)).isEmpty();
            assertThat(files.ofTheBroker(canary)).isEmpty();
        });
        System.out.println("Erased from all files after %.0f s".formatted((System.nanoTime() - began) / 1e9));
        // while others' dead letters and everything by random ids stay
        try (TopicReader reader = new TopicReader("student-profiles-matching-service-dlt")) {
            assertThat(reader.read(key -> key.equals(programme + "/" + other.id()), 1))
                    .hasSize(1);
        }
        assertThat(market.state(offer)).isEqualTo("RELEASED illness");
        // and asking again changes nothing, nor does the same number lead back to the same person
        assertThat(self.delete("/people/me/personal-data").text("askedAt")).isEqualTo(erased.text("askedAt"));
        assertThat(enter(programme, canary).text("person")).isNotEqualTo(person);
    }

    @Test
    void aCommitmentIsReleasedBeforeItsPersonIsErased() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String offer = market.offer(programme, student, market.internship(programme));
        market.decide(student, offer, "ACCEPT");
        Api university = participants.university(Market.UNIVERSITY);

        Api.Answer refused = university.delete("/people/%s/personal-data".formatted(student.number()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("/commitment-running");
        assertThat(refused.text("detail")).contains(offer, "released first");
        assertThat(market.state(offer)).isEqualTo("CONFIRMED");

        market.decideAsCompany(offer, "RELEASE", "project-stopped");
        market.decideAsUniversity(offer, "RELEASE", null);
        assertThat(university
                        .delete("/people/%s/personal-data".formatted(student.number()))
                        .status())
                .isEqualTo(202);
        assertThat(market.state(offer)).isEqualTo("RELEASED project-stopped");
        // and nobody is found by what they were
        assertThat(university
                        .get("/programmes/%s/students/%s".formatted(programme, student.number()))
                        .status())
                .isEqualTo(404);
        assertThat(university
                        .get("/programmes/%s/students/%s".formatted(programme, student.id()))
                        .status())
                .isEqualTo(404);
        assertThat(university
                        .get("/programmes/%s/students".formatted(programme))
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void nothingIsEnteredAboutWhoWasErased() {
        Placed placed = placing.started();
        String person = placed.student().person();
        Meeters two = new Meeters(
                participants, market, placed.programme(), placed.student(), market.internship(placed.programme()));
        String meeting = two.met();
        String dossier = "/people/" + person + "/dossier";
        String cv = dossier + "/files/CV";
        byte[] pdf = "%PDF-1.7 a life".getBytes(UTF_8);
        assertThat(two.own().upload(cv, "application/pdf", pdf).status()).isEqualTo(200);
        assertThat(two.propose(two.company(), meeting, Instant.now().plusSeconds(60))
                        .status())
                .isEqualTo(201);
        Placing.entered(placing.enter(placing.company(), placed, Placing.jobOffer()));
        Placing.entered(
                placing.enter(two.own(), placed, Bodies.with(Placing.step("JOB_DECLINED"), "reason", "other-offer")));
        jdbc.sql("update offer set ended_on = current_date - 2 where id = cast(? as uuid)")
                .param(placed.offer())
                .update();

        assertThat(two.own().delete("/people/me/personal-data").status()).isEqualTo(202);

        assertThat(two.own().upload(cv, "application/pdf", pdf).status()).isEqualTo(404);
        assertThat(two.own().put(dossier, Map.of("links", List.of())).status()).isEqualTo(404);
        assertThat(two.own().get(dossier).status()).isEqualTo(404);
        assertThat(List.of(
                        two.propose(two.company(), meeting, Instant.now().plusSeconds(60)),
                        two.decide(two.company(), meeting, "END", "no-fit"),
                        placing.enter(placing.company(), placed, Placing.jobOffer()),
                        placing.university().put(placed.agreement(), Placing.agreement()),
                        market.decideAsCompany(placed.offer(), "RELEASE", "project-stopped")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(409);
                    assertThat(answer.text("type")).endsWith("/person-erased");
                });
        assertThat(held("dossier_file", person)).isZero();

        // and what got in all the same goes when the erasure is asked for again
        jdbc.sql("insert into dossier (person, links, changed_at) values (cast(? as uuid), '{\"links\": []}', now())")
                .param(person)
                .update();
        assertThat(two.own().delete("/people/me/personal-data").status()).isEqualTo(202);
        assertThat(held("dossier", person)).isZero();
    }

    /** To erase somebody lets go of the whole log of writing, of what was written about others as well. */
    private void everybodyElseIsErased() {
        await().atMost(BOUND)
                .until(() -> jdbc.sql("select not exists (select from erasure where completed_at is null)")
                        .query(Boolean.class)
                        .single());
    }

    private int held(String table, String person) {
        return jdbc.sql("select count(*) from " + table + " where person = cast(? as uuid)")
                .param(person)
                .query(Integer.class)
                .single();
    }

    @Test
    void aProfileIsErasedWhateverItSays() {
        String programme = market.programme();
        Api.Answer entered = participants
                .university(Market.UNIVERSITY)
                .put(
                        "/programmes/%s/students/n%s"
                                .formatted(
                                        programme, UUID.randomUUID().toString().substring(0, 12)),
                        Bodies.with(
                                Bodies.with(Bodies.student(), "major", "erased"),
                                "school",
                                market.school("computing")));
        String id = entered.text("id");
        UUID person = UUID.fromString(entered.text("person"));
        Api self = participants.student(Market.UNIVERSITY, entered.text("person"));

        assertThat(self.delete("/people/me/personal-data").status()).isEqualTo(202);
        self.delete("/people/me/personal-data");

        assertThat(jdbc.sql("select state || ' ' || version || ' ' || profile from student where id = cast(? as uuid)")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("WITHDRAWN 3 ")
                .contains("\"school\": null", "\"researchTopics\": []")
                .doesNotContain("computing", "图神经网络");
        assertThat(jdbc.sql("select topic from erased_key where person = ? order by topic")
                        .param(person)
                        .query(String.class)
                        .list())
                .containsExactly("contacts", "student-profiles");
    }

    @Test
    void onlyThePersonAndTheirUniversityReadAndErase() {
        String programme = market.programme();
        Entered student = market.student(programme);
        String path = "/people/%s/personal-data".formatted(student.person());

        assertThat(List.of(
                        participants.university("pku"),
                        participants.student("pku", UUID.randomUUID().toString())))
                .allSatisfy(stranger -> {
                    assertThat(stranger.get(path).status()).isEqualTo(404);
                    assertThat(stranger.delete(path).status()).isEqualTo(404);
                });
        assertThat(List.of(participants.company(Market.COMPANY), participants.operations()))
                .allSatisfy(stranger -> {
                    assertThat(stranger.get(path).status()).isEqualTo(403);
                    assertThat(stranger.delete(path).status()).isEqualTo(403);
                });
        assertThat(participants.company(Market.COMPANY).get("/erasures").status())
                .isEqualTo(403);
        Api.Answer read = participants.university(Market.UNIVERSITY).get(path);
        assertThat(read.json()
                        .path("data")
                        .path("person")
                        .path(0)
                        .path("number")
                        .asString())
                .isEqualTo(student.number());
        assertThat(participants
                        .operations()
                        .get("/audit?person=" + student.person())
                        .json()
                        .toString())
                .contains("OWN_DATA_READ")
                .doesNotContain("ERASED");
    }

    /** A student with the canary in every field that takes a text. */
    private Api.Answer enter(String programme, String canary) {
        Map<String, @Nullable Object> body = Bodies.with(Bodies.student(), "name", "王 " + canary);
        body.put("email", canary + "@example.edu.cn");
        body.put("major", "Major " + canary);
        body.put("researchTopics", List.of("topic " + canary));
        Api.Answer entered = participants
                .university(Market.UNIVERSITY)
                .put("/programmes/%s/students/%s".formatted(programme, canary), body);
        assertThat(entered.status()).as(entered.json().toString()).isEqualTo(201);
        return entered;
    }

    /** As matching-service would set two records aside, the second of somebody else. */
    private static void deadLetters(String programme, String student, String other, String canary) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        Infrastructure.shared().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            String topic = "student-profiles-matching-service-dlt";
            var letter =
                    new ProducerRecord<>(topic, 0, programme + "/" + student, ("broken " + canary).getBytes(UTF_8));
            letter.headers().add("kafka_dlt-exception-message", ("major " + canary).getBytes(UTF_8));
            producer.send(letter).get();
            producer.send(new ProducerRecord<>(topic, 0, programme + "/" + other, "broken too".getBytes(UTF_8)))
                    .get();
        }
    }
}
