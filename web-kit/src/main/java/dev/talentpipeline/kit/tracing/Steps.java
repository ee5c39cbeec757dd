package dev.talentpipeline.kit.tracing;

import java.util.ArrayList;
import java.util.List;

/** Pieces of work that are done together, and so fail together. Each is closed when all are, whatever becomes of them. Used by one thread at a time. */
public final class Steps implements AutoCloseable {

    private final List<Step> steps = new ArrayList<>();

    /** One more of them. */
    public Step begin(Step step) {
        steps.add(step);
        return step;
    }

    /**
     * They did not succeed.
     *
     * @param fault of which the type is told
     */
    public void failed(Exception fault) {
        steps.forEach(step -> step.failed(fault.getClass().getName()));
    }

    @Override
    public void close() {
        steps.forEach(Step::close);
    }
}
