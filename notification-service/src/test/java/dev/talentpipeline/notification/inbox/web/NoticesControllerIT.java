package dev.talentpipeline.notification.inbox.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.kit.ExampleStory;
import dev.talentpipeline.kit.exports.ExportedLists;
import dev.talentpipeline.kit.exports.ListExports;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.contact.Contact;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.stack.WrittenApi;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inbox as its callers see it. */
class NoticesControllerIT extends InboxOverHttp {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private ListExports exports;

    @Test
    void showsStudentsTheirOwnNewestFirst() {
        JsonNode page = list(asStudent(), "");

        assertThat(page.get("next").isNull()).isTrue();
        assertThat(page.get("items").valueStream().map(item -> item.get("kind").asString()))
                .containsExactly("offer-made", "offer-declined", "offer-made");
        JsonNode declined = page.get("items").get(1);
        assertThat(declined.get("subject").asString()).isEqualTo(offer);
        assertThat(declined.get("subjectVersion").asLong()).isEqualTo(2);
        assertThat(declined.get("title").asString()).isEqualTo("Offer declined: AI intern at Xingchen AI");
        assertThat(declined.get("text").asString()).startsWith("You declined the internship offer");
        assertThat(declined.get("createdAt").asString()).endsWith("Z");
        assertThat(declined.get("channels")).hasSize(1);
        assertThat(declined.get("channels").get(0).get("channel").asString()).isEqualTo("INBOX");
        assertThat(declined.get("channels").get(0).get("state").asString()).isEqualTo("SENT");
    }

    @Test
    void showsHowFarAMailHasGot() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> mailOf(list(asStudent(), "").get("items").get(2))
                        .get("state")
                        .asString()
                        .equals("SENT"));

        JsonNode mail = mailOf(list(asStudent(), "").get("items").get(2));
        assertThat(mail.get("attempts").asInt()).isEqualTo(1);
        assertThat(mail.get("messageId").asString()).startsWith("<" + offer + ".1.");
        assertThat(MAIL.messages())
                .anyMatch(message -> mail.get("messageId").asString().equals(message.messageId()));
    }

    @Test
    void followsTheReadersLanguage() {
        transaction.executeWithoutResult(status ->
                contacts.arrived(new Contact(student, 2, "李雷", student + "@uni.example", Language.ZH, "uni-1")));

        assertThat(list(asStudent(), "").get("items").get(1).get("title").asString())
                .isEqualTo("已婉拒录用意向：Xingchen AI“AI intern”");
    }

    @Test
    void writesInTheLanguageThatIsAskedFor() {
        assertThat(list(asStudent(), "?language=zh")
                        .get("items")
                        .get(1)
                        .get("title")
                        .asString())
                .isEqualTo("已婉拒录用意向：Xingchen AI“AI intern”");
        assertThat(list(asStudent(), "?language=EN")
                        .get("items")
                        .get(1)
                        .get("title")
                        .asString())
                .isEqualTo("Offer declined: AI intern at Xingchen AI");
    }

    @Test
    void turnsPagesByCursor() {
        List<String> ids = new ArrayList<>();
        String query = "?limit=1";
        while (ids.size() < 10) {
            JsonNode page = list(asStudent(), query);
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            if (page.get("next").isNull()) {
                break;
            }
            query = "?limit=1&cursor=" + page.get("next").asString();
        }

        assertThat(ids)
                .containsExactlyElementsOf(list(asStudent(), "")
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asString())
                        .toList());
    }

    @Test
    void showsOperationsWhatStillWaits() {
        String operations = TOKENS.token(Role.OPERATIONS, "operations");

        JsonNode item = list(operations, "?person=" + waiting).get("items").get(0);

        assertThat(item.get("person").asString()).isEqualTo(waiting);
        assertThat(item.get("title").isNull()).isTrue();
        assertThat(mailOf(item).get("state").asString()).isEqualTo("WAITING");
        assertThat(list(operations, "?person=" + student).get("items")).hasSize(3);
        assertThat(list(operations, "")
                        .get("items")
                        .valueStream()
                        .map(any -> any.get("person").asString())
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void showsOthersNothing() {
        assertThat(list(TOKENS.token(Role.UNIVERSITY, "uni-1"), "").get("items"))
                .isEmpty();
        assertThat(list(TOKENS.token(Role.STUDENT, "uni-1", waiting), "").get("items"))
                .isEmpty();
        assertThat(status(asStudent(), "?person=" + waiting)).isEqualTo(403);
        assertThat(status(TOKENS.token(Role.UNIVERSITY, "uni-1"), "?person=" + student))
                .isEqualTo(403);
        assertThat(status(TOKENS.forged(Role.OPERATIONS, "operations"), "")).isEqualTo(401);
    }

    @Test
    void noticesAreAFileForWhoeverMayReadThem() {
        // Mails that leave meanwhile would make two readings differ.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !list(asStudent(), "").toString().contains("\"WAITING\""));
        String file = request(asStudent(), "?format=CSV&language=en&fields=kind,title,subject")
                .retrieve()
                .body(String.class);

        assertThat(file)
                .startsWith("\uFEFFKind,Title,Subject\r\noffer-made,")
                .contains("offer-declined,Offer declined: AI intern at Xingchen AI," + offer);
        assertThat(file.lines()).hasSize(4);
        assertThat(request(asStudent(), "?format=CSV").retrieve().body(String.class))
                .startsWith("\uFEFFID,类型,人员,所涉记录,所涉记录版本,招聘项目,学生编号,标题,正文,送达情况,创建时间,阅读时间\r\n");
        assertThat(list(asStudent(), "?format=JSON")).isEqualTo(list(asStudent(), ""));
        assertThat(list(TOKENS.token(Role.STUDENT, "uni-1", waiting), "?format=JSON")
                        .get("items"))
                .isEmpty();
        assertThat(status(asStudent(), "?format=CSV&person=" + waiting)).isEqualTo(403);
        assertThat(status(asStudent(), "?format=PDF")).isEqualTo(400);
    }

    @Test
    void everyListIsAFileWithColumnsInBothLanguages() {
        ExportedLists lists = new ExportedLists(requestMappingHandlerMapping, exports);

        assertThat(lists.all())
                .containsOnlyKeys(
                        "/api/v1/notices", "/api/v1/brakes", "/api/v1/webhooks", "/api/v1/webhooks/{webhook}/messages");
        lists.areFilesWithNamedColumns();
    }

    @Test
    void noticesAreUnreadUntilTheirPersonSaysOtherwise() {
        assertThat(unread(asStudent())).isEqualTo(3);
        JsonNode newest = list(asStudent(), "").get("items").get(0);
        assertThat(newest.get("readAt").isNull()).isTrue();
        String path = "/api/v1/notices/" + newest.get("id").asString() + "/read";

        assertThat(problem(TOKENS.token(Role.STUDENT, "uni-1", waiting), "POST", path, null))
                .isEqualTo("not-found");
        assertThat(problem(TOKENS.token(Role.UNIVERSITY, "uni-1"), "POST", path, null))
                .isEqualTo("not-found");
        assertThat(answer(asStudent(), "POST", path, null).get("unread").asInt())
                .isEqualTo(2);

        String readAt = list(asStudent(), "").get("items").get(0).get("readAt").asString();
        answer(asStudent(), "POST", path, null);
        JsonNode page = list(asStudent(), "");
        assertThat(page.get("items").get(0).get("readAt").asString()).isEqualTo(readAt);
        assertThat(list(asStudent(), "?unread=true").get("items")).hasSize(2);

        String oldest = page.get("items").get(2).get("createdAt").asString();
        assertThat(answer(asStudent(), "POST", "/api/v1/notices/read", Map.of("until", oldest))
                        .get("unread")
                        .asInt())
                .isEqualTo(1);
        assertThat(problem(asStudent(), "POST", "/api/v1/notices/read", Map.of("until", "yesterday")))
                .isEqualTo("invalid-fields");
    }

    @Test
    void refusesAPageThatCannotBe() {
        assertThat(status(asStudent(), "?limit=0")).isEqualTo(400);
        assertThat(status(asStudent(), "?limit=many")).isEqualTo(400);
        assertThat(status(asStudent(), "?cursor=nonsense")).isEqualTo(400);
    }

    @Test
    void theDescriptionIsTheOneThatIsWrittenDownAndItsExamplesAreAnsweredAsTheySay() {
        JsonNode description = JsonMapper.shared()
                .readTree(RestClient.create("http://127.0.0.1:" + port)
                        .get()
                        .uri("/v3/api-docs")
                        .retrieve()
                        .body(String.class));

        assertThat(WrittenApi.differences("notification", description)).isEmpty();
        assertThat(ExampleStory.untold(description, Map.of())).isEmpty();
        assertThat(ExampleStory.tell(description, LocalDate.now(ZoneOffset.UTC), (by, method, path, body, names) -> {
                    String token = switch (by) {
                        case "student" -> asStudent();
                        case "company" -> TOKENS.token(Role.COMPANY, "company of " + programme);
                        default -> TOKENS.token(Role.OPERATIONS, "operations");
                    };
                    return example(token, method, path, body)
                            .exchange((request, response) -> new ExampleStory.Answer(
                                    response.getStatusCode().value(),
                                    JsonMapper.shared().readTree(response.getBody())));
                }))
                .isEmpty();
    }
}
