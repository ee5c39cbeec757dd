/** Imports and their staged rows in the database. */
@NullMarked
package dev.talentpipeline.internship.imports.postgres;

import org.jspecify.annotations.NullMarked;
