/** Opened links in PostgreSQL. */
@NullMarked
package dev.talentpipeline.console.access.postgres;

import org.jspecify.annotations.NullMarked;
