/** The progress that is still to be told, in PostgreSQL. */
@NullMarked
package dev.talentpipeline.notification.progress.postgres;

import org.jspecify.annotations.NullMarked;
