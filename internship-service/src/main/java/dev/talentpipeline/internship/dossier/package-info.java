/** Dossiers: what students show of themselves to one company per meeting, for as long as they like. */
@NullMarked
package dev.talentpipeline.internship.dossier;

import org.jspecify.annotations.NullMarked;
