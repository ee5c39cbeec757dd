package dev.talentpipeline.stack;

import dev.talentpipeline.stack.process.ChildProcess;
import dev.talentpipeline.stack.process.StopSignal;

/** A part that is one process of this machine. */
public interface ProcessPart extends Part {

    /** The process of the latest start, or the one that the next start will start. */
    ChildProcess process();

    /** Where people and programs reach it. */
    String address();

    /** How it is asked to end. */
    default StopSignal stopSignal() {
        return StopSignal.TERM;
    }

    @Override
    default String name() {
        return process().name();
    }

    @Override
    default void kill() {
        process().kill();
    }

    @Override
    default boolean isRunning() {
        return process().isAlive();
    }
}
