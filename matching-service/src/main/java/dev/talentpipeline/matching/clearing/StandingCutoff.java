package dev.talentpipeline.matching.clearing;

/**
 * A cutoff as it was last published.
 *
 * @param version grows by one with every change, without a gap
 * @param clearing the clearing after which it holds
 */
public record StandingCutoff(Cutoff cutoff, long version, long clearing) {}
