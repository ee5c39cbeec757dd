package dev.talentpipeline.internship.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Bodies;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.support.TopicReader;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A desk that an earlier release told is told once more after the upgrade, and only once. */
@RunningService
class DesksToldAnewIT {

    @Autowired
    Participants participants;

    @Autowired
    TellingDesksAnew telling;

    @Autowired
    EventCodec codec;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whatWasEnteredBeforeAnUpgradeIsToldWithItsNamesOnce() {
        // given
        String org = "co-" + UUID.randomUUID();
        String path = "/organisations/" + org;
        Api company = participants.newcomer(org);
        company.put(path, Bodies.company(org));
        jdbc.sql("insert into desk_to_tell (organisation) values (?)")
                .param(org)
                .update();

        // when
        telling.tellAll();
        telling.tellAll();

        // then
        assertThat(company.get(path).json().path("version").asInt()).isEqualTo(2);
        assertThat(company.get(path).text("state")).isEqualTo("ENTERED");
        String desk = jdbc.sql("select desk from organisation where id = ?")
                .param(org)
                .query(String.class)
                .single();
        List<Contact> told = TopicReader.events(codec, Topics.CONTACTS, desk::equals, 2);
        assertThat(told).extracting(Contact::getVersion).containsExactly(1L, 2L);
        assertThat(told.getLast().getNameZh()).isEqualTo("公司 " + org);
        assertThat(told.getLast().getNameEn()).isEqualTo("Company " + org);
    }
}
