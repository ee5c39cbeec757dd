package dev.talentpipeline.notification.inbox.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Import;
import dev.talentpipeline.events.ImportState;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.notification.EventFixture;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.contact.Desk;
import dev.talentpipeline.schemas.Topic;
import dev.talentpipeline.stack.MailServer;
import java.time.Duration;
import java.time.Instant;
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

/** From the topic of imports to the desk that uploaded the file. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class ImportsToldIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final MailServer MAIL = MailServer.start();
    private static final Instant THEN = Instant.parse("2026-11-24T02:00:00Z");

    private final EventFixture story = EventFixture.fresh();
    private final String university = "u-" + UUID.randomUUID();
    private final String file = UUID.randomUUID().toString();

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    @Test
    void whoUploadedAFileIsToldOnceHowItEnded() {
        story.publishProgramme();
        publishDesk();
        // It listens, and nothing is sent to it yet.
        jdbc.sql("""
                        insert into webhook_endpoints (endpoint_id, organisation, version, url, kind, language, created_at, changed_at, not_before)
                        values (gen_random_uuid(), ?, 1, 'https://imports.example/hook', 'STANDARD', 'EN', now(), now(), 'infinity')
                        """).param(university).update();

        publish(of(1, ImportState.READING, 0, null));
        publish(of(2, ImportState.READY, 3, null));
        publish(of(3, ImportState.READING, 0, null));
        publish(of(4, ImportState.READY, 0, null));
        publish(of(5, ImportState.COMMITTING, 0, null));
        publish(of(6, ImportState.READY, 0, "temporarily-unavailable"));
        // told again after a restore, delivered twice, late, and out of the dead letters
        publish(of(7, ImportState.READY, 0, "temporarily-unavailable"));
        publish(of(7, ImportState.READY, 0, "temporarily-unavailable"));
        publish(of(2, ImportState.READY, 3, null));
        await().atMost(SOON).until(() -> read() == 7);
        Surroundings.sendAgain("19", key(), of(6, ImportState.READY, 0, "temporarily-unavailable"));
        publish(of(8, ImportState.COMMITTING, 0, null));
        publish(of(9, ImportState.COMMITTED, 0, null));

        await().atMost(SOON).until(() -> read() == 9);
        await().atMost(SOON).until(() -> told().size() == 3);
        assertThat(told()).containsExactly("BAD_ROWS 2 3", "NOT_ENTERED 6 0", "COMMITTED 9 0");
        assertThat(jdbc.sql(
                                "select type || ' ' || body from webhook_messages where subject = ? order by subject_version")
                        .param(file)
                        .query(String.class)
                        .list())
                .satisfiesExactly(
                        bad -> assertThat(bad)
                                .startsWith("import.bad_rows ")
                                .contains("\"import\":\"" + file, "\"university\":\"" + university)
                                .doesNotContain("student", "company"),
                        refused -> assertThat(refused).startsWith("import.not_entered "),
                        entered -> assertThat(entered).startsWith("import.committed "));
        assertThat(jdbc.sql("select count(*) from digest_entries where person_id = ?")
                        .param(Desk.of(university))
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    private String key() {
        return Topic.key(story.programmeId(), file);
    }

    private void publish(Import event) {
        Surroundings.publish(key(), event);
    }

    private Import of(long version, ImportState state, int bad, String fault) {
        return Import.newBuilder()
                .setProgrammeId(story.programmeId())
                .setImportId(file)
                .setVersion(version)
                .setState(state)
                .setKind("STUDENTS")
                .setOrganisation(university)
                .setRowsRead(100)
                .setRowsNew(60)
                .setRowsChanged(0)
                .setRowsSame(40 - bad)
                .setRowsBad(bad)
                .setFault(fault)
                .setChangedAt(THEN)
                .build();
    }

    private void publishDesk() {
        String desk = UUID.randomUUID().toString();
        Surroundings.publish(
                desk,
                Contact.newBuilder()
                        .setPersonId(desk)
                        .setVersion(1)
                        .setName(university)
                        .setEmail(university + "@desk.example")
                        .setLanguage(Language.EN)
                        .setOrganisation(university)
                        .setRoles(List.of("UNIVERSITY"))
                        .setChangedAt(THEN)
                        .build());
    }

    private long read() {
        return jdbc.sql("select coalesce(max(version), 0) from imports_read where import_id = ?")
                .param(file)
                .query(Long.class)
                .single();
    }

    private List<String> told() {
        return jdbc.sql("""
                        select (facts ->> 'reason') || ' ' || subject_version || ' ' || (facts -> 'counts' ->> 'bad') from notices
                        where subject = ? and kind = 'import-finished' and released_at is not null order by subject_version
                        """).param(file).query(String.class).list();
    }
}
