/** Students and rounds in PostgreSQL. */
@NullMarked
package dev.talentpipeline.notification.round.postgres;

import org.jspecify.annotations.NullMarked;
