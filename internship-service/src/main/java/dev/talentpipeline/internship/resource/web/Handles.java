package dev.talentpipeline.internship.resource.web;

import dev.talentpipeline.internship.refusal.Violations;
import dev.talentpipeline.internship.resource.Handle;

/** Student numbers and references: what an owner may use in place of an id. */
public final class Handles {

    private Handles() {}

    public static void check(Violations violations, String field, String handle) {
        violations.matching(field, handle, Handle.SHAPE, Handle.REMEDY);
    }
}
