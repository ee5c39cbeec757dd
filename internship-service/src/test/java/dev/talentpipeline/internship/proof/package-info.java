/** Promises tried hard: many at once do everything that may be done, and what came of it is judged from the audit trail. */
@NullMarked
package dev.talentpipeline.internship.proof;

import org.jspecify.annotations.NullMarked;
