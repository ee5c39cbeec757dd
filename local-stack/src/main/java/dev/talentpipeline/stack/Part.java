package dev.talentpipeline.stack;

/** One piece of infrastructure that can die and come back on the same address with the same data. */
public interface Part {

    /** What people call it, as in {@code ./pipeline restart NAME}. */
    String name();

    /** Starts it and waits until it answers. Does nothing when it runs. */
    void start();

    /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
    void kill();

    /** Whether it runs, though it may not answer yet. */
    boolean isRunning();
}
