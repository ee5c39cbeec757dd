/** The catalogue of digital occupations and skills, and the words shared by profiles and openings. */
@NullMarked
package dev.talentpipeline.internship.catalogue;

import org.jspecify.annotations.NullMarked;
