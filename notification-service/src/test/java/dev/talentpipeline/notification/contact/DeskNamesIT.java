package dev.talentpipeline.notification.contact;

import static dev.talentpipeline.notification.inbox.OfferNewsFixture.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.notification.Surroundings;
import dev.talentpipeline.notification.inbox.NoticeKind;
import dev.talentpipeline.notification.inbox.NoticeTexts;
import dev.talentpipeline.notification.inbox.Opening;
import dev.talentpipeline.notification.inbox.ReleasedNotice;
import dev.talentpipeline.stack.MailServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A company is called by the name that it has in the reader's language, as soon as its desk's contact says both. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@DirtiesContext
class DeskNamesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final MailServer MAIL = MailServer.start();

    @Autowired
    private Contacts contacts;

    @Autowired
    private NoticeTexts texts;

    private final String company = "co-" + UUID.randomUUID();
    private final String desk = UUID.randomUUID().toString();

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry properties) {
        Surroundings.register(properties, MAIL);
    }

    @Test
    void namesACompanyInTheReadersLanguageAndByTheOtherNameWhereThereIsNoSuch() {
        // An early release said one name.
        publish(contact(1, null, null));
        await().atMost(SOON).until(() -> contacts.find(Desk.of(company)).isPresent());
        assertThat(title(Language.EN)).contains("谷岚智能");
        assertThat(title(Language.ZH)).contains("谷岚智能");

        // The same version is read again by a release that keeps more of it.
        assertThat(contacts.areIncomplete()).isTrue();
        publish(contact(1, "谷岚智能", "Gulan Intelligence"));
        await().atMost(SOON).until(() -> title(Language.EN).contains("Gulan Intelligence"));
        assertThat(title(Language.ZH)).contains("谷岚智能");
        assertThat(contacts.find(Desk.of(company)).orElseThrow().nameIn(Language.EN))
                .isEqualTo("Gulan Intelligence");

        publish(contact(2, "谷岚智能", "Gulan AI"));
        await().atMost(SOON).until(() -> title(Language.EN).contains("Gulan AI"));
        // What is older takes nothing back.
        publish(contact(1, "谷岚智能", "Gulan Intelligence"));
        publish(contact(3, "谷岚", "Gulan AI"));
        await().atMost(SOON).until(() -> title(Language.ZH).contains("谷岚“"));
        assertThat(title(Language.EN)).contains("Gulan AI");
    }

    private String title(Language reader) {
        ReleasedNotice notice = released(NoticeKind.OFFER_MADE);
        var opening = new Opening("Spring 2027", "Intern", company, 4000);
        return texts.inWords(new ReleasedNotice(notice.notice(), opening), reader)
                .title();
    }

    private void publish(Contact contact) {
        Surroundings.publish(desk, contact);
    }

    private Contact contact(long version, String nameZh, String nameEn) {
        return Contact.newBuilder()
                .setPersonId(desk)
                .setVersion(version)
                .setName(nameZh == null ? "谷岚智能" : nameZh)
                .setNameZh(nameZh)
                .setNameEn(nameEn)
                .setEmail("hr@" + company + ".example")
                .setLanguage(dev.talentpipeline.events.Language.ZH)
                .setOrganisation(company)
                .setRoles(List.of("COMPANY"))
                .setChangedAt(Instant.parse("2026-11-24T02:00:00Z"))
                .build();
    }
}
