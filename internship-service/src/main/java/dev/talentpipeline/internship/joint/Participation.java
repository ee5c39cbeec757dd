package dev.talentpipeline.internship.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a student takes part in a project or course, by the word of their university.
 *
 * @param completedOn from when it attests its skills; null: it is not completed
 */
public record Participation(UUID student, @Nullable LocalDate completedOn, Instant recordedAt) {}
