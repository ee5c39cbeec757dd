package dev.talentpipeline.internship.owndata.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;

/** Waits for what a broker was asked to do. */
final class Admins {

    private static final long LONGEST_SECONDS = 30;

    private Admins() {}

    static <T> T await(KafkaFuture<T> asked) {
        try {
            return asked.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The broker did not do what an erasure asked of it.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while the broker was asked to erase.", e);
        }
    }
}
