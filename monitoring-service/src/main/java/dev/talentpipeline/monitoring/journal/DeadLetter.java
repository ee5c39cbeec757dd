package dev.talentpipeline.monitoring.journal;

import org.jspecify.annotations.Nullable;

/**
 * Why a record was set aside.
 *
 * @param group the reader that could not process it
 * @param cause what was thrown, by its simple name
 * @param reason the sentence that came with it, without values; null where it is not one of this project's own, since it might say anything
 */
public record DeadLetter(
        String group, String cause, @Nullable String reason) {}
