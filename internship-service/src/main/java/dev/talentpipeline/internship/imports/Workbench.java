package dev.talentpipeline.internship.imports;

import dev.talentpipeline.internship.origin.Origin;
import dev.talentpipeline.internship.refusal.Refusal;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Where files are read and committed: only so many at a time, so that memory stays bounded and others get their turn. */
final class Workbench {

    private static final Duration WORTH_TRYING = Duration.ofSeconds(9);

    private final Executor workers;
    private final Semaphore places;

    Workbench(Executor workers, int places) {
        this.workers = workers;
        this.places = new Semaphore(places);
    }

    /** A place that was taken; given back once, after the work. */
    final class Place {

        /** Does the work on a worker, for the request that asks for it, and gives the place back. */
        void start(Runnable work) {
            Origin origin = Origin.current();
            workers.execute(() -> {
                try {
                    origin.of(() -> {
                        work.run();
                        return true;
                    });
                } finally {
                    giveBack();
                }
            });
        }

        void giveBack() {
            places.release();
        }
    }

    /** Takes a place; refused where none is free. */
    Place take() {
        if (!places.tryAcquire()) {
            throw tooMany("As many files as this service reads at a time are being read.");
        }
        return new Place();
    }

    static RuntimeException tooMany(String detail) {
        return new Refusal.TooOften("too-many-imports", detail, WORTH_TRYING).asException();
    }
}
