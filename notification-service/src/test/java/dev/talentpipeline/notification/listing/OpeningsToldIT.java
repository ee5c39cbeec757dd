package dev.talentpipeline.notification.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Degree;
import dev.talentpipeline.events.InternshipState;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.notification.EventFixture;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.stack.MailServer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** From the topic of openings to the desks that approve them and to their company's. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class OpeningsToldIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final MailServer MAIL = MailServer.start();
    private static final Instant THEN = Instant.parse("2026-11-24T02:00:00Z");

    private final EventFixture story = EventFixture.fresh();
    private final String company = "c-" + UUID.randomUUID();
    private final String university = "u-" + UUID.randomUUID();

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    @Test
    void desksAreToldOnceWhatToApproveAndWhatWasDecided() {
        story.publishProgramme();
        publishDesk(company, "COMPANY");
        publishDesk(university, "UNIVERSITY");
        listen(company);
        listen(university);

        // A notice takes the title that stands when it is released.
        await().atMost(SOON).until(() -> isKnown(company) && isKnown(university) && isProgrammeKnown());

        publish(opening(1, "Intern, no details", "AWAITED", null, true));
        publish(opening(2, "Intern, no details", "REJECTED", "too-vague", false));
        publish(opening(2, "Intern, no details", "REJECTED", "too-vague", false));
        publish(opening(1, "Intern, no details", "AWAITED", null, true));
        publish(opening(3, "Large-model training intern", "AWAITED", null, true));
        publish(opening(4, "Large-model training intern", "APPROVED", null, false));

        await().atMost(SOON).until(() -> told().size() == 4);
        assertThat(told())
                .containsExactly(
                        Desk.of(university) + " opening-to-approve null Intern, no details",
                        Desk.of(company) + " opening-rejected too-vague Intern, no details",
                        Desk.of(university) + " opening-to-approve null Large-model training intern",
                        Desk.of(company) + " opening-approved null Large-model training intern");
        // More seats are nothing that anybody is told of, nor is what comes again out of the dead letters.
        Surroundings.sendAgain("18", key(), opening(4, "Large-model training intern", "APPROVED", null, false));
        publish(opening(5, "Large-model training intern", "APPROVED", null, false));
        await().atMost(SOON).until(() -> read() == 5);
        assertThat(told()).hasSize(4);
        assertThat(jdbc.sql("""
                        select organisation || ' ' || type || ' ' || subject_version from webhook_messages join webhook_endpoints using (endpoint_id)
                        where subject = ? order by subject_version, organisation
                        """).param(story.internshipId()).query(String.class).list())
                .containsExactly(
                        company + " internship.to_approve 1",
                        university + " internship.to_approve 1",
                        company + " internship.rejected 2",
                        company + " internship.to_approve 3",
                        university + " internship.to_approve 3",
                        company + " internship.approved 4");
        // They can wait: they are collected.
        assertThat(jdbc.sql("select count(*) from digest_entries join notices using (notice_id) where subject = ?")
                        .param(story.internshipId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(4);
    }

    private String key() {
        return Topic.key(story.programmeId(), story.internshipId());
    }

    private void publish(dev.talentpipeline.events.Internship event) {
        Surroundings.publish(key(), event);
    }

    private dev.talentpipeline.events.Internship opening(
            long version, String title, String approval, String reason, boolean awaited) {
        return dev.talentpipeline.events.Internship.newBuilder()
                .setProgrammeId(story.programmeId())
                .setInternshipId(story.internshipId())
                .setVersion(version)
                .setState(awaited ? InternshipState.WAITING : InternshipState.OPEN)
                .setCompany(company)
                .setTitle(title)
                .setOccupation("ai-trainer")
                .setRegion("CN-BJ")
                .setStartsOn(LocalDate.of(2027, 3, 1))
                .setWeeks(26)
                .setDaysPerWeek(4)
                .setStipend(4000)
                .setSeats(5)
                .setMinimumDegree(Degree.BACHELOR)
                .setApproval(approval)
                .setApprovalReason(reason)
                .setApprovers(awaited ? List.of(university) : List.of())
                .setChangedAt(THEN)
                .build();
    }

    private static void publishDesk(String organisation, String role) {
        String desk = UUID.randomUUID().toString();
        Surroundings.publish(
                desk,
                Contact.newBuilder()
                        .setPersonId(desk)
                        .setVersion(1)
                        .setName(organisation)
                        .setEmail(organisation + "@desk.example")
                        .setLanguage(Language.EN)
                        .setOrganisation(organisation)
                        .setRoles(List.of(role))
                        .setChangedAt(THEN)
                        .build());
    }

    /** A system of it listens, and nothing is sent to it yet. */
    private void listen(String organisation) {
        jdbc.sql("""
                        insert into webhook_endpoints (endpoint_id, organisation, version, url, kind, language, created_at, changed_at, not_before)
                        values (gen_random_uuid(), ?, 1, 'https://openings.example/hook', 'STANDARD', 'EN', now(), now(), 'infinity')
                        """).param(organisation).update();
    }

    private List<String> told() {
        return jdbc.sql("""
                        select person_id || ' ' || kind || ' ' || coalesce(facts ->> 'reason', 'null') || ' ' || (opening ->> 'title')
                        from notices where subject = ? and released_at is not null order by subject_version, person_id
                        """).param(story.internshipId()).query(String.class).list();
    }

    private boolean isKnown(String organisation) {
        return exists("select exists (select from contacts where person_id = ?)", Desk.of(organisation));
    }

    private boolean isProgrammeKnown() {
        return exists("select exists (select from programmes where programme_id = ?)", story.programmeId());
    }

    private boolean exists(String question, String id) {
        return jdbc.sql(question).param(id).query(Boolean.class).single();
    }

    private long read() {
        return jdbc.sql("select version from openings_read where internship_id = ?")
                .param(story.internshipId())
                .query(Long.class)
                .single();
    }
}
