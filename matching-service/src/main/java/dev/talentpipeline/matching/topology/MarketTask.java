package dev.talentpipeline.matching.topology;

import dev.talentpipeline.kit.kafka.EventInLog;
import dev.talentpipeline.kit.kafka.UnappliableEventException;
import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.matching.explanation.PublishedMarkets;
import dev.talentpipeline.matching.market.InvalidFactsException;
import dev.talentpipeline.matching.market.LiveMarket.Kind;
import dev.talentpipeline.matching.market.LiveMarket.Outcome;
import dev.talentpipeline.schemas.ConsumerGroup;
import dev.talentpipeline.schemas.EventHeaders;
import dev.talentpipeline.schemas.SentAgain;
import dev.talentpipeline.schemas.Topics;
import dev.talentpipeline.schemas.UnreadableEventException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one task, from the moment its stores are there to the moment it is taken away. Its memory is rebuilt from the stores, so
 * that it is right after a crash and after an aborted transaction alike. Nothing is cleared, repeated or shown before every input has
 * been read up to the end that it had at the start: whoever acts on half of the facts proposes what is taken already.
 */
final class MarketTask implements AutoCloseable {

    private static final Duration ERASED_TOGETHER = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(MarketTask.class);

    private final ProcessorContext<String, Outgoing> context;
    private final MarketParts parts;
    private final MarketStores stores;
    private final Desks desks;
    private final Emitter emitter;
    private final Intake intake;
    private final Clearings clearings;
    private final Alarm alarm;
    private final PublishedMarkets.Shelf shelf;
    private final Map<String, Long> positions;
    private final Map<String, Long> ends;
    private boolean readToTheEnd;
    private boolean shown;

    MarketTask(ProcessorContext<String, Outgoing> context, MarketParts parts) {
        this.context = context;
        this.parts = parts;
        stores = new MarketStores(context, parts.wire());
        desks = Desks.rebuilt(stores, parts.wire(), now(), parts.settings());
        emitter = new Emitter(context, parts.tracing());
        intake = new Intake(desks, stores, emitter, parts.wire(), this::now);
        clearings = new Clearings(parts, stores, new Releasing(stores, emitter, parts.settings(), parts.meters()));
        positions = stores.positions();
        int partition = context.taskId().partition();
        parts.accounts().open(partition);
        ends = parts.inputEnds().of(partition);
        shelf = parts.published().open(partition);
        alarm = new Alarm(context, this::ring);
        LOG.info(
                "Partition {}: {} programmes restored; read {} of {}",
                partition,
                desks.all().size(),
                positions,
                ends);
        wakeOnceReadToTheEnd();
    }

    /** Takes one record of any input, as a step of the trace that it belongs to. */
    void take(Record<String, byte[]> record) {
        RecordMetadata from = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record must say where it comes from."));
        try (var _ = EventInLog.of(record.headers());
                Step step = parts.tracing().process(from.topic(), EventHeaders.traceparent(record.headers()))) {
            step.event(EventHeaders.id(record.headers())).here();
            take(record, from);
        }
    }

    private void take(Record<String, byte[]> record, RecordMetadata from) {
        if (from.topic().equals(ConsumerGroup.MATCHING_SERVICE.redrive())) {
            takeAgain(record, from);
            return;
        }
        Place place = Place.of(from);
        SentAgain.Outcome outcome = take(record, place, intake::take, intake::leaveOut);
        parts.accounts()
                .note(
                        place,
                        outcome,
                        now().toEpochMilli() - Cause.writtenAt(record).toEpochMilli());
        positions.put(place.topic().name(), from.offset() + 1);
        stores.position(place.topic().name(), from.offset() + 1);
        if (!readToTheEnd) {
            wakeOnceReadToTheEnd();
        }
    }

    /** Takes what was set aside before and is sent again. How far the input was read is another matter: it was read past it long ago. */
    private void takeAgain(Record<String, byte[]> record, RecordMetadata from) {
        Optional<SentAgain> said = SentAgain.readFrom(record.headers()).filter(again -> Facts.isInput(again.topic()));
        if (said.isEmpty()) {
            LOG.error(
                    "{}-{}@{} does not say which dead letter it is, and is left there",
                    from.topic(),
                    from.partition(),
                    from.offset());
            parts.meters().events().dead(from.topic());
            return;
        }
        // Nobody is left out for what failed before: they are already, or something newer has come since.
        SentAgain.Outcome outcome = take(record, Place.of(said.get()), intake::takeAgain, (subject, place) -> {});
        emitter.redriven(record, from.partition(), said.get(), outcome);
    }

    /** How a record is brought into the market. */
    private interface Taking {
        Outcome take(Facts.Subject subject, Place place, byte @Nullable [] value);
    }

    private SentAgain.Outcome take(
            Record<String, byte[]> record, Place from, Taking taking, BiConsumer<Facts.Subject, Place> leavingOut) {
        Facts.Subject subject;
        try {
            subject = Facts.subject(from.topic(), record.key());
        } catch (UnappliableEventException e) {
            setAside(record, from, e);
            return SentAgain.Outcome.DEAD;
        }
        ProgrammeDesk desk = desks.of(subject.programmeId());
        SentAgain.Outcome outcome;
        try {
            Outcome taken = taking.take(subject, from, record.value());
            if (taken == Outcome.SUPERSEDED) {
                parts.meters().events().duplicate(from.topic().name());
                return SentAgain.Outcome.DROPPED;
            }
            parts.meters().events().applied(from.topic().name());
            if (from.topic().equals(Topics.PROGRAMMES) && desk.roundDone() == null) {
                // An instant that lay in the past when the programme was first posted was never promised to anybody.
                roundDone(desk, Cause.writtenAt(record));
            }
            if (taken == Outcome.STIRRING) {
                changed(desk, subject, Cause.of(record.headers()));
            }
            outcome = SentAgain.Outcome.APPLIED;
        } catch (UnreadableEventException | UnappliableEventException | InvalidFactsException e) {
            leavingOut.accept(subject, from);
            changed(desk, subject, Cause.of(record.headers()));
            setAside(record, from, e);
            outcome = SentAgain.Outcome.DEAD;
        }
        desk.publishAfter(parts.settings().gather(), now());
        wakeFor(desk);
        if (stores.toBeCleaned()) {
            // Once for all that are erased at about the same time.
            alarm.noLaterThan(now().plus(ERASED_TOGETHER));
        }
        return outcome;
    }

    private void changed(ProgrammeDesk desk, Facts.Subject subject, Cause cause) {
        if (!desk.waitsToBeCleared()) {
            stores.changed(desk.programmeId(), true);
        }
        if (subject.kind() == Kind.STUDENT) {
            desk.causes().studentChanged(subject.id(), cause);
        } else {
            desk.causes().changed(cause);
        }
        desk.changed(now().plus(parts.settings().gather()));
    }

    private void setAside(Record<String, byte[]> record, Place from, RuntimeException reason) {
        LOG.warn("Set aside {}: {}", from, reason.getMessage());
        emitter.deadLetter(record, from, reason);
        parts.meters().events().dead(from.topic().name());
    }

    private void wakeOnceReadToTheEnd() {
        readToTheEnd =
                ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        if (readToTheEnd) {
            alarm.noLaterThan(now());
        }
    }

    private void wakeFor(ProgrammeDesk desk) {
        if (readToTheEnd) {
            desk.next(now()).ifPresent(alarm::noLaterThan);
        }
    }

    private void ring(Instant now) {
        if (stores.toBeCleaned()) {
            stores.clean();
        }
        if (!readToTheEnd) {
            return;
        }
        for (ProgrammeDesk desk : desks.all()) {
            clearings.see(desk, now, positions);
            desk.toRepeat(now, parts.settings().repeatAfter()).forEach(proposal -> {
                emitter.proposal(proposal, Cause.UNKNOWN);
                parts.meters().repeated();
            });
            if (!shown || desk.publishable(now)) {
                publish(desk, now);
            }
            wakeFor(desk);
        }
        shown = true;
        shelf.complete();
    }

    private void roundDone(ProgrammeDesk desk, Instant instant) {
        desk.roundDone(instant);
        stores.roundDone(desk.programmeId(), instant);
    }

    private void publish(ProgrammeDesk desk, Instant now) {
        desk.published(now)
                .ifPresentOrElse(
                        market -> shelf.put(desk.programmeId(), market), () -> shelf.remove(desk.programmeId()));
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    @Override
    public void close() {
        alarm.cancel();
        desks.all().forEach(ProgrammeDesk::close);
        shelf.close();
    }
}
