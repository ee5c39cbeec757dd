package dev.talentpipeline.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.talentpipeline.events.OfferState;
import dev.talentpipeline.events.PlacementState;
import dev.talentpipeline.kit.security.Role;
import dev.talentpipeline.notification.EventFixture;
import dev.talentpipeline.notification.contact.Language;
import dev.talentpipeline.notification.webhook.Endpoint.Address;
import dev.talentpipeline.notification.webhook.Endpoint.Disabling;
import dev.talentpipeline.notification.webhook.KeepingMessages.Logged;
import dev.talentpipeline.notification.webhook.Outgoing.Full;
import dev.talentpipeline.notification.webhook.http.Outside.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From events to the systems of organisations: sent once, signed, again after faults, and not while it may not leave. */
class WebhookIT extends WebhookSurroundings {

    @Test
    void anEventReachesACompanysSystemOnceAndSigned() {
        String token = TOKENS.token(Role.COMPANY, "Xingchen AI");
        String path = path("/ok");
        Answer added = call(token, "POST", "", Map.of("url", OUTSIDE.good(path).toString()));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.tag()).isEqualTo("\"1\"");
        UUID id = UUID.fromString(added.body().get("id").asString());
        var student = EventFixture.fresh();
        student.publishOffer(1, OfferState.REJECTED);
        student.publishOffer(2, OfferState.EXTENDED);
        student.publishOffer(2, OfferState.EXTENDED);
        student.publishOffer(3, OfferState.EXTENDED);
        student.publishOffer(4, OfferState.ACCEPTED);
        student.publishPlacement(1, PlacementState.AGREED, null);
        await().atMost(SOON).until(() -> logOf(id).size() == 3);

        deliver();

        assertThat(OUTSIDE.received(path).stream()
                        .map(received -> read(received.body()).get("type").asString()))
                .containsExactlyInAnyOrder("offer.extended", "offer.accepted", "placement.agreed");
        Received received = OUTSIDE.received(path).stream()
                .filter(each -> each.body().contains("offer.extended"))
                .findFirst()
                .orElseThrow();
        assertThat(read(received.body())).isEqualTo(read("""
                        {"type": "offer.extended", "timestamp": "2026-11-24T02:00:00Z", "data": {"programme": "%s", "offer": "%s",
                         "version": 2, "state": "EXTENDED", "student": "student-%s", "internship": "%s", "university": "uni-1",
                         "company": "Xingchen AI"}}
                        """.formatted(
                        student.programmeId(), student.offerId(), student.personId(), student.internshipId())));
        String secret = call(token, "GET", "/" + id + "/secrets", null)
                .body()
                .at("/items/0/secret")
                .asString();
        assertThat(secret).startsWith("whsec_");
        var receiver = new Receiver(secret);
        assertThat(receiver.takes(received, received.body() + " ")).isFalse();
        assertThat(receiver.takes(received)).isTrue();
        assertThat(receiver.takes(received)).isFalse();
        assertThat(logOf(id)).allSatisfy(logged -> {
            assertThat(logged.message().state()).isEqualTo(Message.State.DELIVERED);
            assertThat(logged.attempts())
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.answer()).isEqualTo("taken"));
        });
    }

    @Test
    void aRequestOfMinutesAgoIsRefusedByWhoeverGetsItNow() {
        String token = TOKENS.token(Role.COMPANY, company);
        String path = path("/ok");
        UUID id = added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        String secret = call(token, "GET", "/" + id + "/secrets", null)
                .body()
                .at("/items/0/secret")
                .asString();
        jdbc.sql("update webhook_endpoints set not_before = not_before - interval '1 hour'")
                .update();
        happens(1);
        jdbc.sql("update webhook_messages set next_attempt_at = next_attempt_at - interval '1 hour'")
                .update();
        clock.advance(Duration.ofMinutes(-6));
        deliver();
        clock.advance(Duration.ofMinutes(6));
        happens(2);
        deliver();

        Receiver receiver = new Receiver(secret);
        assertThat(OUTSIDE.received(path).stream().map(received -> receiver.isVerified(received, received.body())))
                .containsExactly(false, true);
    }

    @Test
    void oneThatAsksForTimeGetsIt() {
        UUID id = added(company, OUTSIDE.good(path("/429")), EndpointKind.STANDARD);
        happens(1);
        deliver();
        happens(2);
        clock.advance(Duration.ofMinutes(59));
        deliver();
        assertThat(logOf(id)).extracting(logged -> logged.attempts().size()).containsExactly(0, 1);

        clock.advance(Duration.ofMinutes(2));
        deliver();

        assertThat(logOf(id).stream()
                        .mapToInt(logged -> logged.attempts().size())
                        .sum())
                .isEqualTo(2);
    }

    @Test
    void whatOperationsPausesWaitsAndIsThenTriedAsIfItWereNew() {
        String path = path("/500");
        UUID id = added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        brake(true, null);
        happens(1);
        deliver();
        assertThat(OUTSIDE.received(path)).isEmpty();
        jdbc.sql("update webhook_messages set tried_since = tried_since - interval '6 days'")
                .update();

        brake(false, null);
        deliver();

        assertThat(OUTSIDE.received(path)).hasSize(1);
        assertThat(logOf(id).getFirst().message().state()).isEqualTo(Message.State.PENDING);
    }

    @Test
    void noMoreThanOperationsAllowsLeaveInAMinute() {
        String path = path("/ok");
        added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        brake(false, 6);
        for (int version = 1; version <= 3; version++) {
            happens(version);
        }

        deliver();
        assertThat(OUTSIDE.received(path)).hasSize(1);
        for (int i = 0; i < 6; i++) {
            clock.advance(Duration.ofSeconds(10));
            deliver();
        }

        assertThat(OUTSIDE.received(path)).hasSize(6);
    }

    @Test
    void aCrashBetweenSendingAndSettlingSendsTheSameIdAgain() throws InterruptedException {
        String path = path("/ok");
        UUID id = added(company, OUTSIDE.good(path), EndpointKind.STANDARD);
        happens(1);
        SendingMessages crashing = sending(new Outgoing() {
            @Override
            public Optional<Claim> claim(UUID token, Instant now, Instant until, Full full) {
                return outgoing.claim(token, now, until, full);
            }

            @Override
            public boolean settle(Claim claim, Settlement settlement) {
                throw new IllegalStateException("The power is cut.");
            }
        });

        assertThat(crashing.sendNext()).isTrue();
        await().atMost(SOON).until(() -> OUTSIDE.received(path).size() == 1);
        assertThat(sending(outgoing).sendNext()).isFalse();
        clock.advance(LEASE);
        deliver();

        assertThat(OUTSIDE.received(path)).hasSize(2);
        assertThat(OUTSIDE.received(path).stream().map(Received::id).distinct())
                .containsExactly(logOf(id).getFirst().message().id().toString());
        assertThat(logOf(id).getFirst().message().state()).isEqualTo(Message.State.DELIVERED);
    }

    @Test
    void anEndpointThatFailsForDaysIsDisabledUntilItsOrganisationEnablesIt() {
        String token = TOKENS.token(Role.COMPANY, company);
        UUID id = added(company, OUTSIDE.good(path("/500")), EndpointKind.STANDARD);
        happens(1);
        Instant began = clock.instant();
        while (disabling(id) == null && clock.instant().isBefore(began.plus(Duration.ofDays(6)))) {
            deliver();
            clock.advance(Duration.ofHours(6));
        }

        assertThat(disabling(id)).isEqualTo(Disabling.FAILING);
        assertThat(Duration.between(began, clock.instant()))
                .isBetween(Duration.ofDays(5), Duration.ofDays(5).plusHours(12));
        Logged given = logOf(id).getFirst();
        assertThat(given.message().state()).isEqualTo(Message.State.FAILED);
        assertThat(given.attempts()).hasSizeBetween(20, 22);
        Answer shown = call(token, "GET", "/" + id, null);
        assertThat(shown.body().get("state").asString()).isEqualTo("DISABLED");
        assertThat(shown.body().get("disabledBecause").asString()).isEqualTo("FAILING");
        happens(2);
        assertThat(logOf(id)).hasSize(1);
        Answer refused = call(token, "POST", "/" + id + "/tests", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString()).endsWith("/webhook-disabled");

        String path = path("/ok");
        Map<String, Object> mended = Map.of("url", OUTSIDE.good(path).toString());
        assertThat(call(token, "PUT", "/" + id, mended, Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(call(token, "PUT", "/" + id, mended, Map.of("If-Match", shown.tag()))
                        .status())
                .isEqualTo(200);
        Answer enabled = call(token, "POST", "/" + id + "/state", Map.of("state", "ENABLED"));
        assertThat(enabled.body().get("disabledBecause").isNull()).isTrue();
        Answer resent =
                call(token, "POST", "/" + id + "/messages/" + given.message().id() + "/resends", null);
        assertThat(resent.status()).isEqualTo(202);
        deliver();

        assertThat(OUTSIDE.received(path))
                .singleElement()
                .satisfies(received ->
                        assertThat(received.id()).isEqualTo(given.message().id().toString()));
    }

    @Test
    void oneThatSaysThatItIsGoneIsDisabledAtOnce() {
        UUID id = added(company, OUTSIDE.good(path("/410")), EndpointKind.STANDARD);
        happens(1);

        deliver();

        assertThat(disabling(id)).isEqualTo(Disabling.GONE);
        assertThat(logOf(id).getFirst().message().state()).isEqualTo(Message.State.FAILED);
    }

    @Test
    void robotsAreWrittenToInWordsAndHaveTakenWhatTheySayTheyTook() {
        String path = path("/robot");
        UUID english = added(company, new Address(OUTSIDE.good(path), EndpointKind.DINGTALK, Language.EN, "SECa1b2c3"));
        String full = path("/robot-full");
        UUID chinese = added(company, OUTSIDE.good(full), EndpointKind.WECOM);
        happens(1);

        deliver();

        assertThat(logOf(english).getFirst().message().state()).isEqualTo(Message.State.DELIVERED);
        assertThat(logOf(chinese).getFirst().message().state()).isEqualTo(Message.State.PENDING);
        assertThat(read(OUTSIDE.received(path).getFirst().body())).isEqualTo(read("""
                                {"msgtype": "text", "text": {"content": "Talent Pipeline: offer o-1 in programme p-1: extended"}}
                                """));
        assertThat(read(OUTSIDE.received(full).getFirst().body())
                        .at("/text/content")
                        .asString())
                .isEqualTo("Talent Pipeline：项目 p-1 的录用意向 o-1：已发出");
        assertThat(OUTSIDE.received(full).getFirst().signature()).isNull();
        assertThat(OUTSIDE.received(full).getFirst().query()).isNull();
        assertThat(OUTSIDE.received(path).getFirst().query()).matches("timestamp=\\d{13}&sign=[\\w%.*-]{44,}");
    }
}
