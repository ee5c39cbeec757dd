/** Labels in PostgreSQL. */
@NullMarked
package dev.talentpipeline.notification.listing.postgres;

import org.jspecify.annotations.NullMarked;
