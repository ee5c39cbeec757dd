/** The audit trail: who did what, when, on whose behalf. */
@NullMarked
package dev.talentpipeline.internship.audit;

import org.jspecify.annotations.NullMarked;
