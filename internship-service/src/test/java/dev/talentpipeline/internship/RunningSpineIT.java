package dev.talentpipeline.internship;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Internship;
import dev.talentpipeline.events.Offer;
import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.Programme;
import dev.talentpipeline.events.StudentProfile;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Matcher;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way from a posted profile to an accepted offer, over HTTP and Kafka. */
@RunningService
class RunningSpineIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Matcher matcher;

    @Autowired
    EventCodec codec;

    @Test
    void postedThingsBecomeEventsAndAProposalBecomesAnOfferThatTheStudentAccepts() {
        Api university = participants.university(Market.UNIVERSITY);
        Api company = participants.company(Market.COMPANY);
        String programme = Participants.newProgramme();

        // when the three are posted
        Api.Answer posted = university.put("/programmes/" + programme, Bodies.programme());
        Api.Answer student = university.put("/programmes/" + programme + "/students/2027001", Bodies.student());
        Api.Answer internship = company.send(
                "PUT",
                "/programmes/" + programme + "/internships/ml-1",
                Bodies.internship(),
                Map.of("X-Correlation-Id", "walk-" + programme));

        // then each answers with the whole resource and its version
        assertThat(List.of(posted.status(), student.status(), internship.status()))
                .containsOnly(201);
        assertThat(List.of(posted.etag(), student.etag(), internship.etag())).containsOnly("\"1\"");
        assertThat(student.text("number")).isEqualTo("2027001");
        assertThat(internship.text("endsOn")).isEqualTo("2027-08-29");

        // and each is told, the profile without a name
        Programme told = only(Topics.PROGRAMMES, programme);
        assertThat(told.getResponseWindowMs()).isEqualTo(259_200_000);
        StudentProfile profile = only(Topics.STUDENT_PROFILES, programme);
        assertThat(profile.toString()).doesNotContain("王小明", "wang@", "2027001");
        Internship opening = only(Topics.INTERNSHIPS, programme);
        assertThat(opening.getSeats()).isEqualTo(2);
        List<Contact> contacts =
                TopicReader.events(codec, Topics.CONTACTS, key -> key.equals(student.text("person")), 1);
        assertThat(contacts).extracting(Contact::getName).containsExactly("王小明");
        try (TopicReader reader = new TopicReader("internships")) {
            var record = reader.read(TopicReader.programme(programme), 1).getFirst();
            assertThat(EventHeaders.readFrom(record.headers()).correlationId()).isEqualTo("walk-" + programme);
        }

        // when the matcher proposes and the student accepts
        var proposal = Matcher.proposal(programme, 1, student.text("id"), internship.text("id"));
        String cause = matcher.emit(proposal);
        market.awaitState(proposal.getOfferId(), "EXTENDED");
        Api.Answer grant = university.post("/people/2027001/access", Map.of());
        assertThat(grant.json().toString())
                .isEqualTo(
                        "{\"person\":\"%s\",\"org\":\"tsinghua\",\"roles\":[\"STUDENT\"],\"grantedTo\":\"test-tsinghua\",\"expiresInSeconds\":900}"
                                .formatted(student.text("person")));
        Api self = participants.student(Market.UNIVERSITY, grant.text("person"));
        Api.Answer offered = self.get("/programmes/" + programme + "/offers");
        assertThat(offered.json().path("items").path(0).path("state").asString())
                .isEqualTo("EXTENDED");
        Api.Answer accepted =
                self.post("/offers/" + proposal.getOfferId() + "/decisions", Map.of("decision", "ACCEPT"));

        // then the offer is confirmed, with its history, and the seat is taken
        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.text("state")).isEqualTo("CONFIRMED");
        assertThat(accepted.json()
                        .path("history")
                        .valueStream()
                        .map(entry -> entry.path("state").asString()))
                .containsExactly("EXTENDED", "ACCEPTED", "CONFIRMED");
        assertThat(accepted.json().path("parts").path("skills").asDouble()).isEqualTo(0.75);
        assertThat(company.get("/programmes/" + programme + "/internships/ml-1")
                        .json()
                        .path("taken")
                        .asInt())
                .isEqualTo(1);
        List<Offer> offers = TopicReader.events(codec, Topics.OFFERS, TopicReader.programme(programme), 3);
        assertThat(offers)
                .extracting(Offer::getState)
                .containsExactly(OfferState.EXTENDED, OfferState.ACCEPTED, OfferState.CONFIRMED);
        assertThat(offers).extracting(Offer::getVersion).containsExactly(1L, 2L, 3L);
        try (TopicReader reader = new TopicReader("offers")) {
            var record = reader.read(TopicReader.programme(programme), 1).getFirst();
            EventHeaders headers = EventHeaders.readFrom(record.headers());
            assertThat(headers.causationId()).isEqualTo(cause);
            assertThat(headers.correlationId()).isEqualTo("correlation-of-" + cause);
            assertThat(headers.source()).isEqualTo("internship-service");
        }
    }

    private <T extends org.apache.avro.specific.SpecificRecord> T only(
            dev.talentpipeline.schemas.Topic<T> topic, String programme) {
        List<T> events = TopicReader.events(codec, topic, TopicReader.programme(programme), 1);
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}
