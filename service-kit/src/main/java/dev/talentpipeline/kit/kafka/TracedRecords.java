package dev.talentpipeline.kit.kafka;

import dev.talentpipeline.kit.tracing.Step;
import dev.talentpipeline.kit.tracing.Tracing;
import dev.talentpipeline.schemas.EventHeaders;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * Makes each record that a listener takes a step of the trace that its event belongs to; every try of one that fails is a step of its own. The step is the thread's own, since one
 * thread takes one record after the other.
 */
final class TracedRecords implements RecordInterceptor<String, byte[]> {

    private static final ThreadLocal<@Nullable Step> STEPS = new ThreadLocal<>();

    private final Tracing tracing;
    private final RecordInterceptor<String, byte[]> inner;

    /**
     * @param inner does its work within the step
     */
    TracedRecords(Tracing tracing, RecordInterceptor<String, byte[]> inner) {
        this.tracing = tracing;
        this.inner = inner;
    }

    @Override
    public @Nullable ConsumerRecord<String, byte[]> intercept(
            ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
        end();
        STEPS.set(tracing.process(record.topic(), EventHeaders.traceparent(record.headers()))
                .event(EventHeaders.id(record.headers()))
                .here());
        return inner.intercept(record, consumer);
    }

    @Override
    public void success(ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
        inner.success(record, consumer);
        end();
    }

    @Override
    public void failure(ConsumerRecord<String, byte[]> record, Exception fault, Consumer<String, byte[]> consumer) {
        Step step = STEPS.get();
        if (step != null) {
            Throwable cause = fault.getCause();
            step.failed((cause == null ? fault : cause).getClass().getName());
        }
        inner.failure(record, fault, consumer);
        end();
    }

    @Override
    public void afterRecord(ConsumerRecord<String, byte[]> record, Consumer<String, byte[]> consumer) {
        inner.afterRecord(record, consumer);
    }

    private static void end() {
        Step step = STEPS.get();
        if (step != null) {
            STEPS.remove();
            step.close();
        }
    }
}
