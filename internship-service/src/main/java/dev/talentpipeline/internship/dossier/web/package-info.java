/** Dossiers over HTTP. */
@NullMarked
package dev.talentpipeline.internship.dossier.web;

import org.jspecify.annotations.NullMarked;
