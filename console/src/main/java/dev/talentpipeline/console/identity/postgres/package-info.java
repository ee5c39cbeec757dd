/** Accounts and the signing key in PostgreSQL. */
@NullMarked
package dev.talentpipeline.console.identity.postgres;

import org.jspecify.annotations.NullMarked;
