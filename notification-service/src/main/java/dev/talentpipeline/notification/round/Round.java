package dev.talentpipeline.notification.round;

import java.time.Instant;

/** A clearing of a programme that clears at fixed instants. */
public record Round(String programmeId, long clearing, Instant startedAt) {}
