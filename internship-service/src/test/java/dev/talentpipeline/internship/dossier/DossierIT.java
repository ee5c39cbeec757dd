package dev.talentpipeline.internship.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.talentpipeline.internship.meeting.Meeters;
import dev.talentpipeline.internship.personaldata.PersonalData;
import dev.talentpipeline.internship.support.Api;
import dev.talentpipeline.internship.support.Market;
import dev.talentpipeline.internship.support.Market.Entered;
import dev.talentpipeline.internship.support.Participants;
import dev.talentpipeline.internship.support.RunningService;
import dev.talentpipeline.internship.transaction.Transactions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A dossier is its owner's: one company reads it, for as long as they show it, and they see that it did. */
@RunningService
class DossierIT {

    private static final byte[] PDF = "%PDF-1.7 a life in two pages".getBytes(UTF_8);

    @Autowired
    Participants participants;

    @Autowired
    Market market;

    @Autowired
    Transactions transactions;

    @Autowired
    List<PersonalData> personalData;

    @Test
    void theCompanyOfAMeetingReadsWhatIsShownAndTheOwnerSeesThatItDid() throws NoSuchAlgorithmException {
        Meeters two = meeters();
        String meeting = two.met();
        String own = own(two);
        String shown = "/meetings/" + meeting + "/dossier";

        Api.Answer kept = two.own().upload(own + "/files/cv", "text/html", PDF);
        two.own().put(own, Map.of("links", List.of(Map.of("label", "Code", "address", "https://code.example.org/w"))));
        assertThat(two.company().get(shown).status()).isEqualTo(403);
        assertThat(two.own()
                        .post(shown, Map.of("share", true))
                        .json()
                        .path("shared")
                        .asBoolean())
                .isTrue();
        Api.Answer read = two.company().get(shown);
        Api.Download cv = two.company().download(shown + "/files/CV");

        assertThat(kept.text("contentType")).isEqualTo("application/pdf");
        assertThat(kept.text("sha256"))
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(PDF)));
        assertThat(read.json().toString())
                .contains("王小明", "https://code.example.org/w", "\"kind\":\"CV\"")
                .doesNotContain(two.student().person(), two.student().number());
        assertThat(cv.bytes()).isEqualTo(PDF);
        assertThat(List.of(cv.header("Content-Type"), cv.header("Cache-Control"), cv.header("X-Content-Type-Options")))
                .containsExactly("application/pdf", "no-store", "nosniff");
        assertThat(two.company().get(shown + "/files/TRANSCRIPT").status()).isEqualTo(404);
        assertThat(readings(two)).containsExactly("acme-ai CV", "acme-ai OVERVIEW");
        assertThat(participants
                        .operations()
                        .get("/audit?person=" + two.student().person())
                        .json()
                        .toString())
                .as("that a file was kept, and nothing by which it could be known again")
                .contains("\"file\":\"CV\"")
                .doesNotContain(kept.text("sha256"));
        assertThat(two.own().get(own).json().path("shares").path(0).toString()).contains(meeting, "acme-ai");
    }

    @Test
    void readingIsOverAtOnceWhenItIsWithdrawnOrTheMeetingEnds() {
        Meeters two = meeters();
        String meeting = two.met();
        String shown = "/meetings/" + meeting + "/dossier";
        two.own().upload(own(two) + "/files/CV", "application/pdf", PDF);
        two.own().post(shown, Map.of("share", true));
        assertThat(two.company().get(shown).status()).isEqualTo(200);

        two.own().post(shown, Map.of("share", false));
        assertThat(two.company().get(shown).status()).isEqualTo(403);
        assertThat(two.company().download(shown + "/files/CV").status()).isEqualTo(403);

        two.own().post(shown, Map.of("share", true));
        assertThat(two.company().get(shown).status()).isEqualTo(200);
        two.decide(two.company(), meeting, "END", "no-fit");
        assertThat(two.company().get(shown).status()).isEqualTo(403);
        Api.Answer again = two.own().post(shown, Map.of("share", true));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("state")).isEqualTo("ENDED");
        assertThat(readings(two)).hasSize(2);
    }

    @Test
    void nobodyElseReadsOrWritesIt() {
        Meeters two = meeters();
        String meeting = two.met();
        String shown = "/meetings/" + meeting + "/dossier";
        two.own().upload(own(two) + "/files/CV", "application/pdf", PDF);
        two.own().post(shown, Map.of("share", true));
        Entered other = market.student(two.programme());

        for (Api outsider : List.of(
                participants.company("globex"),
                participants.university("fudan"),
                participants.student(Market.UNIVERSITY, other.person()))) {
            assertThat(outsider.get(shown).status()).isEqualTo(404);
            assertThat(outsider.post(shown, Map.of("share", false)).status()).isEqualTo(404);
            assertThat(outsider.get(own(two)).status()).isEqualTo(404);
            assertThat(outsider.get(own(two) + "/readings").status()).isEqualTo(404);
            assertThat(outsider.upload(own(two) + "/files/CV", "application/pdf", PDF)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(List.of(
                        two.university().get(own(two)).status(),
                        two.university().get(shown).status(),
                        two.company().post(shown, Map.of("share", true)).status(),
                        two.own().get(shown).status(),
                        participants.operations().get(own(two)).status()))
                .containsOnly(403);
        assertThat(two.company().get(own(two)).status()).isEqualTo(404);
        assertThat(readings(two)).isEmpty();
    }

    @Test
    void aFileIsWhatItsContentSaysAndNoLargerThanItMayBe() {
        Meeters two = meeters();
        String files = own(two) + "/files/";
        byte[] large = Arrays.copyOf(PDF, KeepingDossier.MOST_BYTES);

        assertThat(two.own()
                        .upload(files + "CV", "application/pdf", "<html>".getBytes(UTF_8))
                        .text("type"))
                .endsWith("/unsupported-file");
        assertThat(two.own()
                        .upload(files + "CV", "application/pdf", new byte[0])
                        .status())
                .isEqualTo(422);
        assertThat(two.own()
                        .upload(files + "CV", "application/pdf", large)
                        .json()
                        .path("bytes")
                        .asInt())
                .isEqualTo(5_242_880);
        assertThat(two.own()
                        .upload(files + "CV", "application/pdf", Arrays.copyOf(PDF, large.length + 1))
                        .status())
                .isEqualTo(413);
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a00000000");
        assertThat(two.own()
                        .upload(files + "transcript", "application/pdf", png)
                        .text("contentType"))
                .isEqualTo("image/png");
        assertThat(two.own().upload(files + "photo", "image/png", png).text("field"))
                .isEqualTo("kind");
        assertThat(two.own()
                        .put(own(two), Map.of("links", List.of(Map.of("label", "x", "address", "javascript:1"))))
                        .text("field"))
                .isEqualTo("links[0].address");
        assertThat(two.own().delete(files + "CV").status()).isEqualTo(204);
        assertThat(two.own().delete(files + "CV").status()).isEqualTo(404);
    }

    @Test
    void whatMeetingsAndDossiersHoldIsExportedAndErased() {
        Meeters two = meeters();
        String message = "canary-" + UUID.randomUUID();
        String meeting = two.invite(Map.of("message", message)).text("id");
        two.decide(two.own(), meeting, "ACCEPT", null);
        two.own()
                .post(
                        "/meetings/" + meeting + "/interviews",
                        Map.of("startsAt", "2100-01-01T09:00:00Z", "place", message));
        two.own().put(own(two), Map.of("links", List.of(Map.of("label", message, "address", "https://example.org/c"))));
        two.own().upload(own(two) + "/files/CV", "application/pdf", PDF);
        two.own().post("/meetings/" + meeting + "/dossier", Map.of("share", true));
        two.company().get("/meetings/" + meeting + "/dossier");
        UUID person = UUID.fromString(two.student().person());

        assertThat(held(person, "meetings").toString()).contains(message);
        assertThat(held(person, "dossierLinks").toString()).contains(message);
        for (String section : List.of("dossierFiles", "dossierShares", "dossierReadings")) {
            assertThat(held(person, section)).as(section).hasSize(1);
        }
        transactions.within(() -> {
            personalData.stream()
                    .filter(each -> each.columns().contains("meeting.message")
                            || each.columns().contains("dossier.links"))
                    .forEach(each -> each.erase(person));
            return true;
        });
        assertThat(held(person, "meetings").toString()).doesNotContain(message);
        for (String section : List.of("dossierLinks", "dossierFiles", "dossierShares", "dossierReadings")) {
            assertThat(held(person, section)).as(section).isEmpty();
        }
        assertThat(two.company().get("/meetings/" + meeting).json().toString()).doesNotContain(message);
        assertThat(two.company().get("/meetings/" + meeting + "/dossier").status())
                .isEqualTo(403);
    }

    private List<Map<String, Object>> held(UUID person, String section) {
        return personalData.stream()
                .map(each -> each.heldAbout(person).getOrDefault(section, List.of()))
                .flatMap(List::stream)
                .toList();
    }

    private Meeters meeters() {
        return Meeters.in(participants, market, market.programme());
    }

    private static String own(Meeters two) {
        return "/people/" + two.student().person() + "/dossier";
    }

    private static List<String> readings(Meeters two) {
        return two.own()
                .get(own(two) + "/readings")
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("company").asString() + " "
                        + item.path("part").asString())
                .toList();
    }
}
