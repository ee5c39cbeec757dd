package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.schemas.SentAgain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Counts what became of the events a service read: {@code talentpipeline_consumer_events_total{topic,outcome}}. Safe for use by many threads. */
public final class EventCounters {

    /** What was last said by each thread, of the record that it is at. */
    private static final ThreadLocal<ReaderReport.@Nullable Outcome> SAID = new ThreadLocal<>();

    private final MeterRegistry meters;

    public EventCounters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Has the counts of these topics begin at 0: of a count that is not there before its first event nobody sees that it has grown. */
    public void begin(Collection<String> topics) {
        for (String topic : topics) {
            count(topic, "applied", 0);
            count(topic, "duplicate", 0);
            count(topic, "dead", 0);
        }
    }

    /** The event changed something. */
    public void applied(String topic) {
        SAID.set(ReaderReport.Outcome.APPLIED);
        count(topic, "applied", 1);
    }

    /** The event's version was held or passed already. */
    public void duplicate(String topic) {
        SAID.set(ReaderReport.Outcome.DUPLICATE);
        count(topic, "duplicate", 1);
    }

    /** So many events changed something. */
    public void applied(String topic, int events) {
        count(topic, "applied", events);
    }

    /** So many events were held already. */
    public void duplicate(String topic, int events) {
        count(topic, "duplicate", events);
    }

    /** The event was set aside as a dead letter. */
    public void dead(String topic) {
        count(topic, "dead", 1);
    }

    /** What a listener makes of an event, as it is counted by the same thread. */
    SentAgain.Outcome outcomeOf(Runnable listening) {
        SAID.remove();
        listening.run();
        return said() == ReaderReport.Outcome.DUPLICATE ? SentAgain.Outcome.DROPPED : SentAgain.Outcome.APPLIED;
    }

    /** What this thread said of the record that it is at, which is then forgotten. */
    ReaderReport.Outcome said() {
        ReaderReport.Outcome outcome = SAID.get();
        SAID.remove();
        return outcome == null ? ReaderReport.Outcome.OTHER : outcome;
    }

    private void count(String topic, String outcome, int events) {
        Counter.builder("talentpipeline.consumer.events")
                .description("Events that a reader is done with: applied, dropped as duplicate, or set aside as dead")
                .tags("topic", topic, "outcome", outcome)
                .register(meters)
                .increment(events);
    }
}
