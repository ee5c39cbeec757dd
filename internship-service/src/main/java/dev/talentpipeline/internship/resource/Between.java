package dev.talentpipeline.internship.resource;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of what students, universities and companies have between them in a programme is asked for; what is null does not narrow.
 *
 * @param university a party to it
 * @param company a party to it
 * @param person a party to it: the student
 */
public record Between(
        String programme,
        @Nullable UUID student,
        @Nullable UUID internship,
        @Nullable String university,
        @Nullable String company,
        @Nullable UUID person) {}
