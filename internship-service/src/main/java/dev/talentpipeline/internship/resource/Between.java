package dev.talentpipeline.internship.resource;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of what students, universities and companies have between them in a programme is asked for; what is null does not narrow.
 *
 * @param students one of these
 * @param internships one of these
 * @param university a party to it
 * @param company a party to it
 * @param person a party to it: the student
 */
public record Between(
        String programme,
        @Nullable List<UUID> students,
        @Nullable List<UUID> internships,
        @Nullable String university,
        @Nullable String company,
        @Nullable UUID person) {}
