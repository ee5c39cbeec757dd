/** Contacts in PostgreSQL. */
@NullMarked
package dev.talentpipeline.notification.contact.postgres;

import org.jspecify.annotations.NullMarked;
