/** Dossiers in the database. */
@NullMarked
package dev.talentpipeline.internship.dossier.postgres;

import org.jspecify.annotations.NullMarked;
