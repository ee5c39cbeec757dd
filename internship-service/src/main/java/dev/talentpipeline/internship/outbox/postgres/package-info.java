/** The outbox as a table. */
@NullMarked
package dev.talentpipeline.internship.outbox.postgres;

import org.jspecify.annotations.NullMarked;
