package dev.talentpipeline.kit.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gauges whose numbers come out of a database. One thread reads them again and again, so that a scrape never waits for a database that is away, and a scraper that comes often costs it nothing.
 * A number that could not be read is NaN, which is unknown and not 0. Safe for use by many threads.
 */
public final class SampledGauges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SampledGauges.class);

    private final MeterRegistry meters;
    private final Duration every;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sampled-gauges").factory());

    public SampledGauges(MeterRegistry meters, Duration every) {
        this.meters = meters;
        this.every = every;
    }

    /**
     * Has a number read from now on.
     *
     * @param name without its unit
     * @param unit the base unit, in which it is read; empty: it counts something
     */
    public void add(String name, String unit, Tags tags, String description, DoubleSupplier number) {
        Sample sample = new Sample(name, number);
        Gauge.builder(name, sample, Sample::last)
                .baseUnit(unit.isEmpty() ? null : unit)
                .tags(tags)
                .description(description)
                .strongReference(true)
                .register(meters);
        var _ = thread.scheduleWithFixedDelay(sample::read, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** A number as it was last read. */
    private static final class Sample {

        private final String name;
        private final DoubleSupplier number;
        private volatile double last = Double.NaN;

        Sample(String name, DoubleSupplier number) {
            this.name = name;
            this.number = number;
        }

        double last() {
            return last;
        }

        /** Whatever fails, a later reading may succeed: an exception would end them. */
        void read() {
            try {
                last = number.getAsDouble();
            } catch (RuntimeException e) {
                last = Double.NaN;
                LOG.debug("{} is not known: {}", name, e.toString());
            }
        }
    }
}
