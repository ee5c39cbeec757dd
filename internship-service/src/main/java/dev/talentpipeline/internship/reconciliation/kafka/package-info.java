/** Reads what topics say beyond the database, and takes it back. */
@NullMarked
package dev.talentpipeline.internship.reconciliation.kafka;

import org.jspecify.annotations.NullMarked;
