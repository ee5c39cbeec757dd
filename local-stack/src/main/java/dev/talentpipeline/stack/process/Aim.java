package dev.talentpipeline.stack.process;

/** What a JVM spends its time on. */
public enum Aim {
    /** Full optimisation: it goes on for long, and every request becomes cheaper. */
    THROUGHPUT,
    /** Little optimisation: it lives for minutes, or waits for others most of the time. */
    QUICK_START
}
