package dev.talentpipeline.internship.internship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.talentpipeline.events.Internship;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the topic says of openings that have to be approved: whose approval they wait for, and what became of it. */
@RunningService
class ApprovalEventsIT {

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    EventCodec codec;

    @Test
    void whoMayApproveIsNamedAsLongAsNothingElseKeepsItFromBeingSeen() {
        String programme = market.programme(Bodies.with(
                Bodies.with(Bodies.programme(), "openingApproval", "UNIVERSITY"),
                "universities",
                List.of(Market.UNIVERSITY, "fudan")));
        String opening = market.internship(programme);
        Api university = participants.university(Market.UNIVERSITY);
        String decisions = "/programmes/%s/internships/%s/decisions".formatted(programme, opening);

        university.post(decisions, Map.of("decision", "REJECT", "reason", "too-vague"));
        university.post(decisions, Map.of("decision", "APPROVE"));

        assertThat(told(programme, opening, 3))
                .extracting(
                        Internship::getVersion,
                        event -> event.getState().name(),
                        Internship::getApproval,
                        Internship::getApprovalReason,
                        Internship::getApprovers)
                .containsExactly(
                        tuple(1L, "WAITING", "AWAITED", null, List.of(Market.UNIVERSITY, "fudan")),
                        tuple(2L, "REJECTED", "REJECTED", "too-vague", List.of()),
                        tuple(3L, "OPEN", "APPROVED", null, List.of()));
    }

    @Test
    void whereEveryUniversityMayOrTheOwnerDoesTheOwnerIsNamed() {
        for (String approval : List.of("UNIVERSITY", "OWNER")) {
            String programme = market.programme(Bodies.with(Bodies.programme(), "openingApproval", approval));
            String opening = market.internship(programme);

            assertThat(told(programme, opening, 1).getFirst().getApprovers())
                    .as(approval)
                    .containsExactly(Market.UNIVERSITY);
        }
    }

    @Test
    void whatNobodyHasToApproveNamesNobody() {
        String programme = market.programme();
        String opening = market.internship(programme);

        assertThat(told(programme, opening, 1))
                .extracting(Internship::getApproval, Internship::getApprovers)
                .containsExactly(tuple("NOT_ASKED", List.of()));
    }

    private List<Internship> told(String programme, String opening, int count) {
        return TopicReader.events(codec, Topics.INTERNSHIPS, Topic.key(programme, opening)::equals, count);
    }
}
