package dev.talentpipeline.internship.change;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something in a programme came to a new version. It holds ids, numbers and states: whoever is told reads the rest with their own rights.
 *
 * @param position on the audit trail: unique, and rising with the versions of one thing
 * @param state the new one, where the thing has states
 * @param university the organisation that it concerns as a university; null: none
 * @param company the organisation that it concerns as a company; null: none
 */
public record Change(
        long position,
        String programme,
        ChangedKind kind,
        String id,
        long version,
        @Nullable String state,
        @Nullable String university,
        @Nullable String company,
        @Nullable UUID person) {}
