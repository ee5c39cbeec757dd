package dev.talentpipeline.matching.topology;

import dev.talentpipeline.schemas.EventCodec;
import dev.talentpipeline.schemas.Topic;
import org.apache.avro.specific.SpecificRecord;

/** How events become bytes and back. */
interface Wire {

    byte[] encode(SpecificRecord event);

    /**
     * The event in the bytes.
     *
     * @throws dev.talentpipeline.schemas.UnreadableEventException if there is none; no retry will help
     */
    <T extends SpecificRecord> T decode(Topic<T> topic, byte[] bytes);

    /** The framing that the registry's readers understand. */
    static Wire of(EventCodec codec) {
        return new Wire() {
            @Override
            public byte[] encode(SpecificRecord event) {
                return codec.encode(event);
            }

            @Override
            public <T extends SpecificRecord> T decode(Topic<T> topic, byte[] bytes) {
                return codec.decode(topic, bytes);
            }
        };
    }
}
