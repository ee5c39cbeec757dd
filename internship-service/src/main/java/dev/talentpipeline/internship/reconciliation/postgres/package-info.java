/** How far topics are known, and what was reconciled, in their tables. */
@NullMarked
package dev.talentpipeline.internship.reconciliation.postgres;

import org.jspecify.annotations.NullMarked;
