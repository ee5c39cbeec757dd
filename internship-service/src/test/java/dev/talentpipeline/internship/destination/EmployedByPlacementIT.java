package dev.talentpipeline.internship.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Placing;
import dev.talentpipeline.internship.support.Placing.Placed;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.transaction.Transactions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An internship is never a destination; the job that comes out of it is one, by itself. */
@RunningService
class EmployedByPlacementIT {

    @Autowired
    Placing placing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Transactions transactions;

    @Autowired
    CatchingUpOnAgreements catchingUp;

    @Test
    void onlyAnEmploymentAgreementThatAllHaveSignedMakesADestination() {
        Placed placed = placing.started();
        Api university = placing.university();
        String path = "/organisations/%s/roll/%s/destinations"
                .formatted(Market.UNIVERSITY, placed.student().number());
        String paper = university.get(placed.agreement()).text("number");

        // given an internship that is lived, and its agreement, shown as something else
        Api.Answer refused = university.post(path, DestinationIT.contract(paper));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).endsWith("/internship-is-no-destination");
        assertThat(refused.text("remedy")).contains("comes by itself");
        assertThatThrownBy(() -> insert(
                        placed, "placement, company", "cast('" + placed.placement() + "' as uuid), 'acme-ai'", "x"))
                .hasStackTraceContaining("rests on an internship");
        assertThatThrownBy(() -> insert(placed, "company", "null", paper))
                .hasStackTraceContaining("rests on an internship");
        Api.Answer looking = university.post(path, Map.of("kind", "70", "since", "2027-06-01"));

        assertThat(figures(placed)).contains("CONVERSION_RATE 0/1", "PLACEMENT_RATE 0/1", "KNOWLEDGE_RATE 1/1");

        // when a job is offered, accepted and agreed on
        Placing.entered(placing.enter(placing.company(), placed, Placing.jobOffer()));
        Placing.entered(placing.enter(placing.student(placed), placed, Placing.step("JOB_ACCEPTED")));
        String agreement = placed.path() + "/employment-agreement";
        university.put(agreement, Map.of("number", paper + "-J", "workplace", "Beijing"));
        for (Api party : List.of(placing.company(), placing.student(placed), university)) {
            assertThat(university.get(path).json().path("items")).as("not yet").hasSize(1);
            assertThat(party.post(
                                    agreement + "/signatures",
                                    Map.of("signedOn", Placing.today().toString()))
                            .status())
                    .isEqualTo(200);
        }

        // then it is there, and what held before is past
        JsonNode items = university.get(path).json().path("items");
        JsonNode agreed = items.path(0);
        assertThat(items.valueStream().map(item -> item.path("state").asString()))
                .containsExactly("CURRENT", "SUCCEEDED");
        assertThat(agreed.path("kind").asString()).isEqualTo("10");
        assertThat(agreed.path("since").asString())
                .isEqualTo(Placing.today().plusDays(200).toString());
        assertThat(agreed.path("title").asString()).isEqualTo("Machine learning engineer");
        assertThat(agreed.path("region").asString()).isEqualTo("CN-BJ");
        assertThat(agreed.path("occupation").asString()).isEqualTo("ai-engineer");
        assertThat(agreed.path("company").asString()).isEqualTo(Market.COMPANY);
        assertThat(agreed.path("placement").asString()).isEqualTo(placed.placement());
        assertThat(agreed.path("evidence").path("document").asString()).isEqualTo(paper + "-J");
        assertThat(agreed.path("verifiedBy").path("role").asString()).isEqualTo("SYSTEM");
        assertThat(items.path(1).path("id").asString()).isEqualTo(looking.text("id"));

        // and is counted
        assertThat(figures(placed))
                .contains(
                        "CONVERSION_RATE 1/1",
                        "TOPIC_MATCH_RATE 1/1",
                        "TIME_TO_OFFER /1 0.0",
                        "PLACEMENT_RATE 1/1",
                        "VERIFIED_SHARE 1/1");

        // and was not there yesterday
        assertThat(figures(placed, "&asOf=" + Placing.today().minusDays(1))).isEmpty();
        assertThat(figures(placed, "&asOf=" + Placing.today())).isEqualTo(figures(placed));

        // and is there again where it was agreed on before there were destinations
        withoutItsDestination(placed);
        assertThat(figures(placed)).contains("PLACEMENT_RATE 0/1");
        assertThat(catchingUp.catchUp()).isGreaterThan(0);
        assertThat(catchingUp.catchUp()).as("once").isZero();
        agreed = university.get(path).json().path("items").path(0);
        assertThat(agreed.path("placement").asString()).isEqualTo(placed.placement());
        assertThat(figures(placed)).contains("PLACEMENT_RATE 1/1", "VERIFIED_SHARE 1/1");
        withoutItsDestination(placed);
        university.post(path, DestinationIT.contract("C-6"));
        assertThat(catchingUp.catchUp())
                .as("what the university has recorded since is the later word")
                .isZero();
        withoutItsDestination(placed);
        assertThat(catchingUp.catchUp()).isEqualTo(1);
        agreed = university.get(path).json().path("items").path(0);

        // and is not voided, but may be followed by another
        String id = agreed.path("id").asString();
        Api.Answer voided =
                university.post(path + "/" + id + "/decisions", Map.of("decision", "VOID", "reason", "other"));
        assertThat(voided.status()).isEqualTo(409);
        assertThat(voided.text("type")).endsWith("/destination-agreed");
        assertThat(university
                        .post(path, Bodies.with(DestinationIT.contract("C-7"), "replaces", id))
                        .status())
                .isEqualTo(201);
    }

    /** Those of the placement's season, which has one student. */
    private List<String> figures(Placed placed) {
        return figures(placed, "");
    }

    private List<String> figures(Placed placed, String query) {
        return placing.university()
                .get("/outcomes?by=SEASON" + query)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("group").asString().equals(placed.programme()))
                .map(item -> "%s %s/%s%s"
                        .formatted(
                                item.path("measure").asString(),
                                item.path("numerator").asString(),
                                item.path("denominator").asString(),
                                item.path("numerator").isNull()
                                        ? " " + item.path("value").asString()
                                        : ""))
                .toList();
    }

    private void withoutItsDestination(Placed placed) {
        transactions.within(() -> {
            jdbc.sql("set local talentpipeline.erasing = 'on'").update();
            String ofThem =
                    "(select d.id from destination d join roll_entry r on r.id = d.graduate where r.number = ? and r.university = ?)";
            jdbc.sql("delete from destination_entry where destination in " + ofThem)
                    .params(placed.student().number(), Market.UNIVERSITY)
                    .update();
            return jdbc.sql("delete from destination where id in " + ofThem)
                    .params(placed.student().number(), Market.UNIVERSITY)
                    .update();
        });
    }

    private void insert(Placed placed, String columns, String values, String reference) {
        jdbc.sql("""
                        insert into destination (id, graduate, kind, since, evidence, evidence_reference, at, role, subject, %s)
                        select gen_random_uuid(), id, '10', current_date, 'EMPLOYMENT_AGREEMENT', ?, now(), 'x', 'x', %s
                        from roll_entry where university = ? and number = ?
                        """.formatted(columns, values))
                .params(reference, Market.UNIVERSITY, placed.student().number())
                .update();
    }
}
