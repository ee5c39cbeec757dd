package dev.talentpipeline.console.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a service did not do what was asked, out of its problem.
 *
 * @param type kebab-case name that never changes its meaning; empty if what came was no problem
 * @param detail what the service said, for people to read; empty if it said nothing
 * @param fields what is wrong at which field; empty if no field is to blame
 */
public record Why(
        int status, String type, String detail, @Nullable String remedy, List<AtField> fields) {

    /** What is wrong with one field of a body, by the name that the API gives it: `requiredSkills[1].level`. */
    public record AtField(
            String field, @Nullable String value, @Nullable String remedy) {}

    static Why unreadable(int status, String detail) {
        return new Why(status, "", detail, null, List.of());
    }
}
