package dev.talentpipeline.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.talentpipeline.events.Contact;
import dev.talentpipeline.events.Cutoff;
import dev.talentpipeline.events.Language;
import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.schemas.UnreadableEventException;
import dev.talentpipeline.stack.Infrastructure;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventCodecIT {

    private static final Infrastructure INFRASTRUCTURE = Infrastructure.shared();

    private final EventCodec codec = new EventCodec(INFRASTRUCTURE.registryUrl());

    @Test
    void whatIsEncodedIsDecodedAndFramedByTheRegistrysId() {
        byte[] bytes = codec.encode(contact("p1"));
        assertThat(bytes[0]).isZero();
        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isPositive();
        assertThat(codec.decode(Topics.CONTACTS, bytes)).isEqualTo(contact("p1"));
    }

    @Test
    void manyThreadsShareOneCodec() {
        List<Contact> decoded = IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> codec.decode(Topics.CONTACTS, codec.encode(contact("p" + i))))
                .toList();
        assertThat(decoded)
                .isEqualTo(IntStream.range(0, 5_000)
                        .mapToObj(i -> contact("p" + i))
                        .toList());
    }

    @Test
    void bytesThatAreNoEventAreNamedWithTheirFault() {
        byte[] good = codec.encode(contact("p1"));
        byte[] wrongMagic = good.clone();
        wrongMagic[0] = 7;
        byte[] unknownId = good.clone();
        ByteBuffer.wrap(unknownId).putInt(1, 999_999);
        byte[] cutOff = Arrays.copyOf(good, good.length - 12);

        assertUnreadable(wrongMagic, "zero byte");
        assertUnreadable(new byte[] {0, 1}, "zero byte");
        assertUnreadable(unknownId, "schema id (999999)");
        assertUnreadable(cutOff, "cut off");
        assertThatThrownBy(() -> codec.decode(Topics.OFFERS, good))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("is a Contact, not a Offer");
    }

    @Test
    @Timeout(90)
    void whileTheRegistryIsAwayADecoderThatNeedsItWaits() throws Exception {
        // given
        Cutoff cutoff = Cutoff.newBuilder()
                .setProgrammeId("demo")
                .setInternshipId("i1")
                .setVersion(1)
                .setClearing(1)
                .setSeats(1)
                .setTaken(0)
                .setFull(false)
                .build();
        byte[] bytes = codec.encode(cutoff);
        codec.decode(Topics.CUTOFFS, bytes);
        INFRASTRUCTURE.registry().kill();
        try (EventCodec fresh = new EventCodec(INFRASTRUCTURE.registryUrl())) {
            // when
            CompletableFuture<Cutoff> decoding =
                    CompletableFuture.supplyAsync(() -> fresh.decode(Topics.CUTOFFS, bytes));
            assertThat(codec.decode(Topics.CUTOFFS, codec.encode(cutoff)))
                    .as("a codec that holds the schema needs no registry")
                    .isEqualTo(cutoff);
            INFRASTRUCTURE.registry().start();

            // then
            assertThat(decoding.get(60, TimeUnit.SECONDS)).isEqualTo(cutoff);
        }
    }

    private void assertUnreadable(byte[] bytes, String reason) {
        assertThatThrownBy(() -> codec.decode(Topics.CONTACTS, bytes))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining(reason);
    }

    private static Contact contact(String person) {
        return Contact.newBuilder()
                .setPersonId(person)
                .setVersion(1)
                .setName("Lin Xiaoyu 林晓雨")
                .setEmail("lin@students.example.org")
                .setLanguage(Language.ZH)
                .setOrganisation("univ-a")
                .setRoles(List.of("STUDENT"))
                .setChangedAt(Instant.parse("2027-01-01T00:00:00Z"))
                .build();
    }
}
