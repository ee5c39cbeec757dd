/** Transactions of the database. */
@NullMarked
package dev.talentpipeline.internship.transaction.postgres;

import org.jspecify.annotations.NullMarked;
