package dev.talentpipeline.internship.student;

import dev.talentpipeline.internship.catalogue.Named;
import dev.talentpipeline.internship.catalogue.NearestEntries;
import dev.talentpipeline.internship.refusal.Refusal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schools that universities have entered. */
public interface KnownSchools {

    boolean isKnown(String university, String school);

    /** All of the university. */
    List<? extends Named> of(String university);

    /** Refuses a school that the university has not entered: nobody could endorse for it. */
    default void check(String university, @Nullable String school) {
        if (school == null || isKnown(university, school)) {
            return;
        }
        List<String> nearest = NearestEntries.to(school, of(university));
        throw new Refusal.Unprocessable(
                        "school-unknown",
                        "school (%s) must be one that university (%s) has entered.".formatted(school, university),
                        "school",
                        school,
                        nearest.isEmpty()
                                ? "Enter the school first with PUT /api/v1/organisations/%s/schools/{school}, or leave it out."
                                        .formatted(university)
                                : "Use one of the nearest ids, or enter the school first.",
                        Map.of("nearest", nearest))
                .asException();
    }
}
