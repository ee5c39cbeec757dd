package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Steps;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.schemas.EventHeaders;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a listener of single records take at once what a poll brought, where that is less work than one after the other. The first record of a poll that it is asked about has all of them taken, all or
 * none; of the others it is known what came of them when their turn comes. Where they cannot be taken together, whatever the reason, each is taken alone: so a fault is found with the record whose it is, and is retried,
 * set aside and accounted for as that record's.
 *
 * <p>Safe for use by many threads, each of which has polls of its own.
 */
public final class TakingTogether {

    private static final Logger LOG = LoggerFactory.getLogger(TakingTogether.class);

    /** What each thread's consumer got last. */
    private static final ThreadLocal<@Nullable Poll> POLLS = new ThreadLocal<>();

    private final Tracing tracing;

    TakingTogether(Tracing tracing) {
        this.tracing = tracing;
    }

    /**
     * One of the records that are taken.
     *
     * @param traceparent of the step by which what it brings about goes on; null: of what the thread is doing
     */
    public record Taken(
            ConsumerRecord<String, byte[]> record, @Nullable String traceparent) {}

    /**
     * Whether a record is news.
     *
     * @param taking takes records, all or none, and says of each whether it is news
     */
    public boolean isNews(ConsumerRecord<String, byte[]> record, Function<List<Taken>, List<Boolean>> taking) {
        Poll poll = POLLS.get();
        if (poll != null && !poll.tried) {
            poll.tried = true;
            takeTogether(poll, poll.from(record), taking);
        }
        Boolean known = poll == null ? null : poll.news.remove(record);
        return known == null ? taking.apply(List.of(new Taken(record, null))).getFirst() : known;
    }

    private void takeTogether(
            Poll poll, List<ConsumerRecord<String, byte[]>> records, Function<List<Taken>, List<Boolean>> taking) {
        if (records.size() < 2) {
            return;
        }
        try (Steps steps = new Steps()) {
            List<Taken> taken = records.stream()
                    .map(record -> new Taken(
                            record, steps.begin(step(record, records.size())).traceparent()))
                    .toList();
            try {
                List<Boolean> news = taking.apply(taken);
                for (int each = 0; each < records.size(); each++) {
                    poll.news.put(records.get(each), news.get(each));
                }
            } catch (RuntimeException e) {
                // Whose fault it is shows when each is taken alone.
                steps.failed(e);
                LOG.info(
                        "{} records of {} are taken one by one: {}",
                        records.size(),
                        records.getFirst().topic(),
                        e.getClass().getSimpleName());
            }
        }
    }

    /** A step of its own for each, as its event belongs to a trace of its own. */
    private Step step(ConsumerRecord<?, ?> record, int together) {
        return tracing.process(record.topic(), EventHeaders.traceparent(record.headers()))
                .event(EventHeaders.id(record.headers()))
                .with("talentpipeline.together", together);
    }

    /** The same consumer, of which it is noted what each poll brings. */
    Consumer<String, byte[]> noting(Consumer<String, byte[]> consumer) {
        @SuppressWarnings("unchecked") // It is the interface that is asked for.
        Consumer<String, byte[]> noting = (Consumer<String, byte[]>) Proxy.newProxyInstance(
                Consumer.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(consumer, arguments);
                        if (answer instanceof ConsumerRecords<?, ?> polled) {
                            @SuppressWarnings("unchecked") // They come from that consumer.
                            var records = (ConsumerRecords<String, byte[]>) polled;
                            POLLS.set(new Poll(records));
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
        return noting;
    }

    /** What a poll brought. Records are told apart by their identity: one that is handed on from elsewhere belongs to none. */
    private static final class Poll {

        private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        private final IdentityHashMap<ConsumerRecord<String, byte[]>, Boolean> news = new IdentityHashMap<>();
        private boolean tried;

        Poll(ConsumerRecords<String, byte[]> polled) {
            polled.forEach(records::add);
        }

        @SuppressWarnings("ReferenceEquality") // That is what is meant.
        List<ConsumerRecord<String, byte[]>> from(ConsumerRecord<String, byte[]> record) {
            for (int place = 0; place < records.size(); place++) {
                if (records.get(place) == record) {
                    return records.subList(place, records.size());
                }
            }
            return List.of();
        }
    }
}
