package dev.talentpipeline.notification.webhook;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due from the start of the application to its end. A database that is away is a reason to wait, not to end. While something that hurries more is late, it pauses after each message:
 * they are made and sent with the same processor and the same database.
 */
final class Postman implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    /** Short enough that twenty leave in a second, whatever else is late. */
    private static final Duration GIVING_WAY = Duration.ofMillis(50);

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(25);

    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
    private final ExecutorService threads;
    private final Duration poll;
    private final Precedence precedence;
    private final SendingMessages sending;
    private final Thread thread;
    private volatile boolean stopped;

    /** Makes the sender; it calls the first of what it is given when something may be due. */
    @FunctionalInterface
    interface Making {
        SendingMessages of(Runnable afterwards);
    }

    Postman(ExecutorService threads, Duration poll, Precedence precedence, Making sending) {
        this.threads = threads;
        this.poll = poll;
        this.precedence = precedence;
        this.sending = sending.of(() -> news.offer(true));
        this.thread = Thread.ofPlatform().name("webhooks").unstarted(this);
    }

    void start() {
        thread.start();
    }

    /** Lets what is under way arrive. */
    void stop() {
        stopped = true;
        thread.interrupt();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LONGEST_FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some webhooks are left between sending and settlement, and are sent again");
            }
            thread.join(LONGEST_FAREWELL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                if (!sendNext()) {
                    news.poll(poll.toMillis(), TimeUnit.MILLISECONDS);
                }
                if (precedence.isCalledFor()) {
                    Thread.sleep(GIVING_WAY);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean sendNext() throws InterruptedException {
        try {
            return sending.sendNext();
        } catch (RuntimeException e) {
            if (!stopped) {
                LOG.warn("Webhooks wait: {}", e.getMessage());
            }
            return false;
        }
    }
}
